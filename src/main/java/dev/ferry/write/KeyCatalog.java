package dev.ferry.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table's foreign keys and indexes that are just the same when they are dropped and made again. */
final class KeyCatalog {
    /**
     * Foreign keys from and to a table that are enforced, with no comment, between plain tables that are the user's own. Of those
     * to the table itself none: its rows are looked for in it while it is filled. None where another check waits for the commit:
     * PostgreSQL changes no table with such events.
     */
    private static final String FOREIGN_KEYS = """
            SELECT c.oid, c.conindid, c.conrelid = ?::regclass, c.confrelid = ANY (?::regclass[]::oid[]),
                   r.name, p.name,
                   format('ALTER TABLE %s DROP CONSTRAINT %I', r.name, c.conname),
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', r.name, c.conname, pg_get_constraintdef(c.oid))
            FROM pg_constraint c
            JOIN LATERAL (SELECT t.*, format('%I.%I', n.nspname, t.relname) AS name
                          FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace) r ON r.oid = c.conrelid
            JOIN LATERAL (SELECT t.*, format('%I.%I', n.nspname, t.relname) AS name
                          FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace) p ON p.oid = c.confrelid
            WHERE c.contype = 'f' AND ?::regclass IN (c.conrelid, c.confrelid) AND c.confrelid <> c.conrelid
              AND c.convalidated AND c.conislocal AND c.coninhcount = 0 AND c.conparentid = 0
              AND r.relkind = 'r' AND NOT r.relispartition AND NOT r.relhassubclass
              AND p.relkind = 'r' AND NOT p.relispartition AND NOT p.relhassubclass
              AND pg_has_role(r.relowner, 'USAGE') AND pg_has_role(p.relowner, 'USAGE')
              AND obj_description(c.oid, 'pg_constraint') IS NULL
              AND EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = c.oid)
              AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = c.oid AND g.tgenabled <> 'O')
              AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = r.oid AND g.tgconstraint <> c.oid
                                AND g.tginitdeferred AND g.tgenabled <> 'D' AND g.tgtype & 4 = 4)
              AND current_setting('session_replication_role') = 'origin'
            ORDER BY c.conname, c.oid
            """;

    /**
     * Indexes of a plain table that is the user's own: whole, in the default tablespace, with no comment, on columns alone, and
     * not what the table is clustered or replicated by. None that a foreign key needs which is not among those given. None where
     * a trigger may look for rows while the table is filled, or a check waits for the commit.
     */
    private static final String INDEXES = """
            SELECT i.indexrelid, i.indisunique, format('%I.%I', n.nspname, t.relname),
                   CASE WHEN k.oid IS NULL THEN format('DROP INDEX %I.%I', n.nspname, x.relname)
                        ELSE format('ALTER TABLE %I.%I DROP CONSTRAINT %I', n.nspname, t.relname, k.conname) END,
                   CASE WHEN k.oid IS NULL THEN pg_get_indexdef(x.oid)
                        ELSE format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s',
                                    n.nspname, t.relname, k.conname, pg_get_constraintdef(k.oid)) END,
                   (SELECT array_agg(a.attname::text) FROM pg_attribute a
                    WHERE a.attrelid = t.oid AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])
                      AND a.atttypid IN ('uuid'::regtype, 'int2'::regtype, 'int4'::regtype, 'int8'::regtype,
                                         'text'::regtype, 'varchar'::regtype))
            FROM pg_index i
            JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_am m ON m.oid = x.relam
            JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = t.relnamespace
            LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
            WHERE i.indrelid = ?::regclass
              AND t.relkind = 'r' AND NOT t.relispartition AND NOT t.relhassubclass
              AND pg_has_role(t.relowner, 'USAGE') AND has_schema_privilege(n.oid, 'CREATE')
              AND i.indisvalid AND i.indisready AND NOT i.indisclustered AND NOT i.indisreplident AND i.indexprs IS NULL
              AND x.reltablespace = 0 AND current_setting('default_tablespace') = ''
              AND obj_description(x.oid, 'pg_class') IS NULL
              AND (k.oid IS NULL
                   OR (k.contype <> 'x' AND m.amname = 'btree' AND k.conislocal AND k.coninhcount = 0
                       AND k.conname = x.relname AND x.reloptions IS NULL
                       AND obj_description(k.oid, 'pg_constraint') IS NULL))
              AND NOT EXISTS (SELECT FROM pg_collation l WHERE l.oid = ANY (i.indcollation) AND NOT l.collisdeterministic)
              AND NOT EXISTS (SELECT FROM pg_constraint f
                              WHERE f.contype = 'f' AND f.conindid = i.indexrelid AND f.oid <> ALL (?::oid[]))
              AND NOT EXISTS (SELECT FROM pg_trigger g
                              JOIN pg_proc p ON p.oid = g.tgfoid
                              JOIN pg_language w ON w.oid = p.prolang
                              WHERE g.tgrelid = t.oid AND g.tgenabled <> 'D' AND g.tgtype & 4 = 4
                                AND (g.tginitdeferred
                                     OR (NOT g.tgisinternal
                                         AND (w.lanname <> 'plpgsql'
                                              OR p.prosrc ~* '\\m(select|perform|execute|update|delete|merge|with|call)\\M'))))
            ORDER BY x.relname
            """;

    private final Connection connection;

    KeyCatalog(Connection connection) {
        this.connection = connection;
    }

    /**
     * What is dropped and made again, as SQL.
     *
     * @param tables those that it belongs to
     * @param otherwise what is wrong with rows with which it cannot be made
     */
    record Part(List<String> tables, String drop, String make, String otherwise) {}

    /**
     * A foreign key.
     *
     * @param index the object identifier of the index by which its parents are found
     * @param own whether the table's rows name others by it, and not others the table's
     * @param alone whether the table to which it points is one of those that are filled alone
     */
    record ForeignKey(long oid, long index, boolean own, boolean alone, Part part) {}

    /** An index by its object identifier. */
    record Index(long oid, Part part) {}

    /** The foreign keys from and to a table. */
    List<ForeignKey> foreignKeys(EntityTable<?> table, List<EntityTable<?>> alone) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FOREIGN_KEYS)) {
            statement.setString(1, table.sql());
            statement.setArray(2, array("text", alone.stream().map(EntityTable::sql)));
            statement.setString(3, table.sql());
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    keys.add(new ForeignKey(
                            found.getLong(1),
                            found.getLong(2),
                            found.getBoolean(3),
                            found.getBoolean(4),
                            new Part(
                                    List.of(found.getString(5), found.getString(6)),
                                    found.getString(7),
                                    found.getString(8),
                                    "rows name one that is not there")));
                }
            }
        }
        return keys;
    }

    /** The indexes of a table; of unique ones those whose keys were compared in the source. */
    List<Index> indexes(EntityTable<?> table, List<ForeignKey> keys) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(INDEXES)) {
            statement.setString(1, table.sql());
            statement.setArray(2, array("oid", keys.stream().map(ForeignKey::oid)));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    Part part = new Part(
                            List.of(found.getString(3)),
                            found.getString(4),
                            found.getString(5),
                            "rows have a key that others have");
                    if (!found.getBoolean(2) || isCompared(table, part, found.getArray(6))) {
                        indexes.add(new Index(found.getLong(1), part));
                    }
                }
            }
        }
        return indexes;
    }

    /** @param columns those of the index whose values are the same to Java as to PostgreSQL */
    private static boolean isCompared(EntityTable<?> table, Part part, @Nullable Array columns) throws SQLException {
        if (columns == null || part.make().contains("NULLS NOT DISTINCT")) {
            return false;
        }
        Set<String> comparable = Set.of((String[]) columns.getArray());
        return table.distinctColumns().stream().anyMatch(comparable::containsAll);
    }

    private Array array(String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}

package dev.ferry.write;

import dev.ferry.database.SqlFailure;
import dev.ferry.ledger.LostRowsException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Foreign keys between tables that one transaction fills alone. PostgreSQL looks each row's parent up by itself, which takes as
 * long as all the rest of writing the row; where a key is dropped before and made again afterwards, all rows are checked by one
 * join. Nobody sees a database without the key: both happen in the transaction, which keeps everybody off the tables until it ends.
 *
 * @see <a href="https://www.postgresql.org/docs/current/populate.html">Populating a Database, Remove Foreign Key Constraints</a>
 */
final class SuspendedKeys {
    /** Keys that are just the same when they are made again: enforced, with no comment, of plain tables that are the user's own. */
    private static final String FIND = """
            SELECT quote_ident(c.conname), pg_get_constraintdef(c.oid), format('%I.%I', n.nspname, p.relname)
            FROM pg_constraint c
            JOIN pg_class t ON t.oid = c.conrelid
            JOIN pg_class p ON p.oid = c.confrelid
            JOIN pg_namespace n ON n.oid = p.relnamespace
            WHERE c.contype = 'f' AND c.conrelid = ?::regclass AND c.confrelid <> c.conrelid
              AND c.confrelid = ANY (?::regclass[]::oid[])
              AND c.convalidated AND c.conislocal AND c.coninhcount = 0 AND c.conparentid = 0
              AND t.relkind = 'r' AND NOT t.relispartition AND NOT t.relhassubclass
              AND p.relkind = 'r' AND NOT p.relispartition AND NOT p.relhassubclass
              AND pg_has_role(t.relowner, 'USAGE') AND pg_has_role(p.relowner, 'USAGE')
              AND obj_description(c.oid, 'pg_constraint') IS NULL
              AND EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = c.oid)
              AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = c.oid AND g.tgenabled <> 'O')
              AND current_setting('session_replication_role') = 'origin'
            ORDER BY c.conname
            """;

    private final Connection connection;
    private final Map<EntityTable<?>, List<Key>> suspended = new LinkedHashMap<>();

    SuspendedKeys(Connection connection) {
        this.connection = connection;
    }

    /** A foreign key, as SQL. */
    private record Key(String name, String definition, String parent) {}

    /**
     * Suspends a table's keys to others, where nobody has to be waited for.
     *
     * @param alone the tables that the transaction fills alone
     */
    void suspend(EntityTable<?> table, List<EntityTable<?>> alone) throws SQLException {
        List<Key> keys = find(table, alone);
        if (keys.isEmpty()) {
            return;
        }
        String tables = keys.stream().map(Key::parent).distinct().collect(Collectors.joining(", "));
        boolean dropped = WithoutWaiting.execute(
                connection,
                "LOCK TABLE " + table.sql() + ", " + tables + " IN ACCESS EXCLUSIVE MODE NOWAIT",
                "ALTER TABLE " + table.sql()
                        + keys.stream()
                                .map(key -> " DROP CONSTRAINT " + key.name())
                                .collect(Collectors.joining(",")));
        if (dropped) {
            suspended.put(table, keys);
        }
    }

    private List<Key> find(EntityTable<?> table, List<EntityTable<?>> alone) throws SQLException {
        List<Key> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            Array names = connection.createArrayOf(
                    "text", alone.stream().map(EntityTable::sql).toArray());
            statement.setString(1, table.sql());
            statement.setArray(2, names);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    keys.add(new Key(found.getString(1), found.getString(2), found.getString(3)));
                }
            }
        }
        return keys;
    }

    /**
     * Makes the keys again that were suspended.
     *
     * @throws LostRowsException where rows name one that is not there; the transaction cannot go on then
     */
    void restore() throws SQLException {
        for (Map.Entry<EntityTable<?>, List<Key>> entry : suspended.entrySet()) {
            EntityTable<?> table = entry.getKey();
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE " + table.sql()
                        + entry.getValue().stream()
                                .map(key -> " ADD CONSTRAINT " + key.name() + " " + key.definition())
                                .collect(Collectors.joining(",")));
            } catch (SQLException e) {
                if (SqlFailure.isContentFault(e)) {
                    throw new LostRowsException(
                            table.name(),
                            "rows name one that is not there: "
                                    + SqlFailure.explain(e).getMessage());
                }
                throw e;
            }
        }
        suspended.clear();
    }
}

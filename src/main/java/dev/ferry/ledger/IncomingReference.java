package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A foreign key that points at a table. Whatever its ON DELETE says, a row of others that hangs on ours is theirs:
 * CASCADE would delete it and SET NULL change it, silently.
 *
 * @param constraint its name
 * @param fromOid the oid of the table that refers
 * @param from that table's name, quoted for SQL
 * @param to the table that it refers to, likewise
 * @param condition the condition that joins rows {@code r} of that table with rows {@code t} of ours
 * @param kind what a row that refers means for the one that it refers to
 */
record IncomingReference(String constraint, long fromOid, String from, String to, String condition, Drift.Kind kind) {
    private static final String READ = """
            SELECT f.conname, f.conrelid, CASE WHEN f.confdeltype IN ('a', 'r') THEN 'HELD' ELSE 'REFERENCED' END AS kind,
                   format('%I.%I', n.nspname, c.relname) AS from_name,
                   (SELECT format('%I.%I', tn.nspname, tc.relname) FROM pg_class tc
                    JOIN pg_namespace tn ON tn.oid = tc.relnamespace WHERE tc.oid = f.confrelid) AS to_name,
                   (SELECT string_agg(format('r.%I = t.%I', ra.attname, ta.attname), ' AND ' ORDER BY p.n)
                    FROM unnest(f.conkey, f.confkey) WITH ORDINALITY AS p (r, t, n)
                    JOIN pg_attribute ra ON ra.attrelid = f.conrelid AND ra.attnum = p.r
                    JOIN pg_attribute ta ON ta.attrelid = f.confrelid AND ta.attnum = p.t) AS condition
            FROM pg_constraint f
            JOIN pg_class c ON c.oid = f.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE f.contype = 'f' AND f.conparentid = 0 AND %s
            ORDER BY from_name, f.conname
            """;
    private static final String TO_ONE = READ.replace("%s", "f.confrelid = ?");
    private static final String TO_SOME_FROM_OTHERS = """
            WITH RECURSIVE own AS (
              SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = ? AND c.relname = ANY (?) AND c.relkind IN ('r', 'p')
              UNION
              SELECT i.inhrelid FROM pg_inherits i JOIN own ON own.oid = i.inhparent)
            """
            + READ.replace("%s", "f.confrelid IN (SELECT oid FROM own) AND f.conrelid NOT IN (SELECT oid FROM own)");

    /** The foreign keys that point at this table, from any schema. */
    static List<IncomingReference> to(Connection connection, TableShape table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TO_ONE)) {
            statement.setLong(1, table.oid());
            return read(statement);
        }
    }

    /** The foreign keys that point at these tables or their partitions, from any other table of any schema. */
    static List<IncomingReference> outside(Connection connection, String schema, List<String> tables)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TO_SOME_FROM_OTHERS)) {
            statement.setString(1, schema);
            statement.setArray(2, connection.createArrayOf("text", tables.toArray()));
            return read(statement);
        }
    }

    private static List<IncomingReference> read(PreparedStatement statement) throws SQLException {
        List<IncomingReference> references = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                references.add(new IncomingReference(
                        row.getString("conname"),
                        row.getLong("conrelid"),
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getString("condition"),
                        Drift.Kind.valueOf(row.getString("kind"))));
            }
        }
        return references;
    }

    /** The query for rows that refer to any of ours. */
    String anyRow() {
        return "SELECT FROM " + from + " r JOIN " + to + " t ON " + condition;
    }

    boolean ofSameTable(TableShape table) {
        return fromOid == table.oid();
    }

    /**
     * The query that finds the rows of a batch that rows refer to which stay. Takes the run's id and the
     * positions that stay; those once more where the table refers to itself.
     */
    String find(Batch batch, TableShape table) {
        String stays = ofSameTable(table)
                ? "AND NOT EXISTS (SELECT FROM k WHERE k.n <> ALL (?) AND "
                        + table.keyJoin("r", "k", batch.keyColumns()) + ")"
                : "";
        return """
                WITH k AS MATERIALIZED %s
                SELECT k.n, %s AS key, %s AS exact_key, count(*) AS count
                FROM k JOIN %s t ON %s JOIN %s r ON %s
                WHERE k.n <> ALL (?) %s
                GROUP BY k.n, key, exact_key
                ORDER BY k.n
                """.formatted(
                        batch.keys(),
                        batch.keyText("k"),
                        table.exactKey("k", batch.keyColumns()),
                        table.sqlName(),
                        table.keyJoin("t", "k", batch.keyColumns()),
                        from,
                        condition,
                        stays);
    }

    String detail(long rows) {
        return "is referred to by " + rows + (rows == 1 ? " row" : " rows") + " of " + from
                + " that the run did not write (" + constraint + ")";
    }
}

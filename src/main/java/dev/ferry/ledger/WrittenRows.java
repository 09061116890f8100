package dev.ferry.ledger;

import static dev.ferry.database.Identifier.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows that a run wrote, found again through its ledger. Belongs to one connection. */
public final class WrittenRows {
    private final Connection connection;
    private final RunId run;
    private final String schema;

    /** The rows of a run in a schema, as this connection's transaction sees them. */
    public WrittenRows(Connection connection, RunId run, String schema) {
        this.connection = connection;
        this.run = run;
        this.schema = schema;
    }

    /** How many of the rows that the run inserted or updated in a table are there. */
    public long count(String table, List<String> keyColumns) throws SQLException {
        return count(rows(table, keyColumns), table);
    }

    /** How many rows a table has, whoever wrote them. */
    public long total(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT count(*) FROM " + shape(table).sqlName())) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /**
     * Whether the database itself has seen to it that every row of this transaction names a row that is there: by a foreign key
     * that is valid, and whose triggers fire in this session (PostgreSQL documentation, ALTER TABLE, DISABLE TRIGGER).
     */
    public boolean isEnforced(String table, String column, String parentTable, String parentColumn)
            throws SQLException {
        String sql = """
                SELECT EXISTS (
                  SELECT FROM pg_constraint c
                  JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum]
                  JOIN pg_attribute p ON p.attrelid = c.confrelid AND c.confkey = ARRAY[p.attnum]
                  WHERE c.contype = 'f' AND c.convalidated AND c.conrelid = ? AND a.attname = ?
                    AND c.confrelid = ? AND p.attname = ?
                    AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgconstraint = c.oid)
                    AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgconstraint = c.oid AND t.tgenabled NOT IN ('O', 'A'))
                ) AND current_setting('session_replication_role') = 'origin'
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, shape(table).oid());
            statement.setString(2, column);
            statement.setLong(3, shape(parentTable).oid());
            statement.setString(4, parentColumn);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /**
     * How many of them name a row of another table that is not there.
     *
     * @param column the column that names it
     * @param parentTable the other table in the same schema
     * @param parentColumn the column of the other table that is named
     */
    public long countWithoutParent(
            String table, List<String> keyColumns, String column, String parentTable, String parentColumn)
            throws SQLException {
        String missing = """
                 AND t.%s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s.%s p WHERE p.%s = t.%s)
                """.formatted(
                        quoted(column), quoted(schema), quoted(parentTable), quoted(parentColumn), quoted(column));
        return count(rows(table, keyColumns) + missing, table);
    }

    private String rows(String table, List<String> keyColumns) throws SQLException {
        TableShape shape = shape(table);
        String keys = IntStream.rangeClosed(1, keyColumns.size())
                .mapToObj(i -> "b.keys[" + i + ":" + i + "]")
                .collect(Collectors.joining(", "));
        String names = IntStream.rangeClosed(1, keyColumns.size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
        return """
                SELECT count(*) FROM ferry.run_batches b
                CROSS JOIN LATERAL unnest(%s) AS k(%s)
                JOIN %s t ON %s
                WHERE b.run_id = ? AND b.table_name = ? AND b.action <> 'DELETE'
                """.formatted(keys, names, shape.sqlName(), shape.keyJoin("t", "k", keyColumns));
    }

    private TableShape shape(String table) throws SQLException {
        return TableShape.find(connection, schema, table)
                .orElseThrow(() -> new IllegalArgumentException("no table " + table + " in schema " + schema));
    }

    private long count(String sql, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setString(2, table);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }
}

package dev.ferry.ledger;

import dev.ferry.failure.RefusalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGStatement;

/**
 * Deletes all rows of a table in one statement that also writes them into the ledger; no row travels to the client.
 *
 * <p>One statement, since foreign keys within the table are checked at its end.
 */
final class TableClearing {
    private final Connection connection;
    private final RunId run;
    private final String schema;
    private final String table;
    private final TableShape shape;
    private final List<String> keyColumns;

    TableClearing(
            Connection connection, RunId run, String schema, String table, TableShape shape, List<String> keyColumns) {
        this.connection = connection;
        this.run = run;
        this.schema = schema;
        this.table = table;
        this.shape = shape;
        this.keyColumns = List.copyOf(keyColumns);
        if (keyColumns.isEmpty()) {
            throw new IllegalArgumentException("a key of table " + table + " must have 1 column or more, had none");
        }
    }

    /**
     * What was deleted.
     *
     * @param rows how many rows
     * @param batches how many batches of the ledger they are in
     */
    record Cleared(long rows, long batches) {}

    /** Deletes the rows; the ledger's batches count from this number. */
    Cleared clear(long firstBatch) throws SQLException {
        lock();
        requireNoSilentChange();
        Cleared cleared = delete(firstBatch);
        requireEmpty();
        return cleared;
    }

    /**
     * Keeps others from adding rows, and rows that refer to ours: these would be changed or deleted with them.
     *
     * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">Explicit Locking</a>
     */
    private void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + shape.sqlName() + " IN EXCLUSIVE MODE");
        }
    }

    /** ON DELETE CASCADE and SET NULL would take or change rows of others that the ledger does not have. */
    private void requireNoSilentChange() throws SQLException {
        for (IncomingReference reference : IncomingReference.outside(connection, schema, List.of(table))) {
            if (reference.kind() == Drift.Kind.REFERENCED && holds(reference.anyRow())) {
                throw new RefusalException(
                        "table " + shape.sqlName() + " cannot be cleared: rows of " + reference.from()
                                + " refer to it, and would be deleted or changed with its rows ("
                                + reference.constraint() + ")",
                        "clear that table before it, or remove these rows");
            }
        }
    }

    private Cleared delete(long firstBatch) throws SQLException {
        String sql = """
                WITH gone AS MATERIALIZED (
                  DELETE FROM %s t RETURNING (t.*)::text AS image, %s
                ), numbered AS MATERIALIZED (
                  SELECT gone.*, row_number() OVER () - 1 AS n FROM gone
                ), batches AS (
                  INSERT INTO ferry.run_batches (run_id, batch, table_name, action, key_columns, keys)
                  SELECT ?, ? + n / %4$d, ?, 'DELETE', ?, ARRAY[%3$s] FROM numbered GROUP BY n / %4$d
                  RETURNING 1
                ), images AS (
                  INSERT INTO ferry.run_images (run_id, batch, position, image)
                  SELECT ?, ? + n / %4$d, n %% %4$d + 1, image FROM numbered
                  RETURNING 1
                )
                SELECT (SELECT count(*) FROM images), (SELECT count(*) FROM batches)
                """.formatted(shape.sqlName(), keyValues(), keyArrays(), Batch.MAX_DELETED);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setString(1, run.value());
            statement.setLong(2, firstBatch);
            statement.setString(3, table);
            statement.setArray(4, connection.createArrayOf("text", keyColumns.toArray()));
            statement.setString(5, run.value());
            statement.setLong(6, firstBatch);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Cleared(row.getLong(1), row.getLong(2));
            }
        }
    }

    private void requireEmpty() throws SQLException {
        if (holds("SELECT FROM " + shape.sqlName())) {
            throw new LostRowsException(table, "all rows were deleted, and some are still there");
        }
    }

    private String keyValues() {
        return IntStream.range(0, keyColumns.size())
                .mapToObj(i -> "t." + shape.column(keyColumns.get(i)).sqlName() + "::text AS c" + (i + 1))
                .collect(Collectors.joining(", "));
    }

    private String keyArrays() {
        return IntStream.rangeClosed(1, keyColumns.size())
                .mapToObj(i -> "array_agg(c" + i + " ORDER BY n)")
                .collect(Collectors.joining(", "));
    }

    private boolean holds(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT EXISTS (" + query + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }
}

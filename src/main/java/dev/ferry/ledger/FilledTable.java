package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table that had no row when a transaction began to fill it and gets none from others meanwhile: all rows are the
 * transaction's own, and are recorded in one walk from its first page to its last, in place of looking each batch up.
 */
final class FilledTable {
    /** About as many rows are recorded as one batch. */
    private static final int BATCH = 2_000;

    private final TableShape shape;
    private final String name;
    private final List<String> keyColumns;
    private long expected;

    private FilledTable(TableShape shape, String name, List<String> keyColumns) {
        this.shape = shape;
        this.name = name;
        this.keyColumns = List.copyOf(keyColumns);
    }

    /**
     * Such a table, where its rows can be told by their pages, and taken back in their order: not where they stand in other tables,
     * nor where rows refer to others of the same table, which have to be taken back after them.
     */
    static Optional<FilledTable> of(Connection connection, TableShape shape, String name, List<String> keyColumns)
            throws SQLException {
        String sql = """
                SELECT c.relkind = 'r' AND NOT c.relhassubclass
                       AND NOT EXISTS (SELECT FROM pg_constraint f
                                       WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid = c.oid)
                FROM pg_class c WHERE c.oid = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, shape.oid());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1)
                        ? Optional.of(new FilledTable(shape, name, keyColumns))
                        : Optional.empty();
            }
        }
    }

    /** Takes note of rows that were inserted, and not taken back since. */
    void expect(int rows) {
        expected += rows;
    }

    /**
     * Records the rows.
     *
     * @throws LostRowsException where there are more or fewer than expected
     */
    void record(Connection connection, RunId run, BatchNumbers numbers) throws SQLException {
        if (expected == 0) {
            return;
        }
        String keys = keyColumns.stream()
                .map(column -> "array_agg(t." + shape.column(column).sqlName() + "::text)")
                .collect(Collectors.joining(", "));
        // Both kinds of aggregates take the rows in one order, that of the pages.
        String sql = """
                INSERT INTO ferry.run_batches (run_id, batch, table_name, action, key_columns, keys, hashes)
                SELECT ?, ?, ?, 'INSERT', ?, keys, hashes
                FROM (SELECT ARRAY[%s] AS keys, array_agg(hashtextextended((t.*)::text, 0)) AS hashes
                      FROM ONLY %s t WHERE t.ctid >= ?::tid AND t.ctid < ?::tid) rows
                WHERE hashes IS NOT NULL
                RETURNING cardinality(hashes)
                """.formatted(keys, shape.sqlName());
        long pages = pages(connection);
        long step = Math.max(1, pages * BATCH / expected);
        long found = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setString(3, name);
            statement.setArray(4, connection.createArrayOf("text", keyColumns.toArray()));
            for (long page = 0; page < pages; page += step) {
                statement.setLong(2, numbers.next());
                statement.setString(5, "(" + page + ",0)");
                statement.setString(6, "(" + (page + step) + ",0)");
                try (ResultSet result = statement.executeQuery()) {
                    found += result.next() ? result.getLong(1) : 0;
                }
            }
        }
        if (found != expected) {
            throw new LostRowsException(name, expected, found);
        }
    }

    private long pages(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_relation_size(?::oid) / current_setting('block_size')::bigint")) {
            statement.setLong(1, shape.oid());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}

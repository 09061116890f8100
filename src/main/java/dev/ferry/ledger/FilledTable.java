package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table that had no row when a transaction began to fill it and gets none from others meanwhile: all rows are the
 * transaction's own, and are recorded by their pages, in place of looking each batch up. Pages are recorded as they become full,
 * while the server still has them at hand; rows that it puts into room that is left there later are told by their age.
 */
final class FilledTable {
    /** About as many rows are recorded as one batch. */
    private static final int BATCH = 2_000;

    private final Connection connection;
    private final RunId run;
    private final BatchNumbers numbers;
    private final TableShape shape;
    private final String name;
    private final List<String> keyColumns;
    private final List<Pages> recorded = new ArrayList<>();
    private long expected;
    private long found;
    private long next;

    /**
     * Pages that were recorded.
     *
     * @param from the first one
     * @param to the first one behind them
     * @param youngest the age that no row was below; later ones are
     */
    private record Pages(long from, long to, int youngest) {}

    private FilledTable(
            Connection connection,
            RunId run,
            BatchNumbers numbers,
            TableShape shape,
            String name,
            List<String> keyColumns) {
        this.connection = connection;
        this.run = run;
        this.numbers = numbers;
        this.shape = shape;
        this.name = name;
        this.keyColumns = List.copyOf(keyColumns);
    }

    /**
     * Such a table, where its rows can be told by their pages, and taken back in their order: not where they stand in other tables,
     * nor where rows refer to others of the same table, which have to be taken back after them.
     */
    static Optional<FilledTable> of(
            Connection connection,
            RunId run,
            BatchNumbers numbers,
            TableShape shape,
            String name,
            List<String> keyColumns)
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
                        ? Optional.of(new FilledTable(connection, run, numbers, shape, name, keyColumns))
                        : Optional.empty();
            }
        }
    }

    /** Takes note of rows that were inserted, and not taken back since; records pages that are full, if they are enough. */
    void inserted(int rows) throws SQLException {
        expected += rows;
        if (expected - found < 2 * BATCH) {
            return;
        }
        String sql = "SELECT max(ctid)::text, min(age(xmin)) FROM ONLY " + shape.sqlName() + " WHERE ctid >= ?::tid";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row(next));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                String last = result.getString(1);
                if (last != null) {
                    long full = Long.parseLong(last.substring(1, last.indexOf(',')));
                    recorded.add(new Pages(next, full, result.getInt(2)));
                    recordTo(full);
                }
            }
        }
    }

    /**
     * Records all rows that are left.
     *
     * @throws LostRowsException where there are more or fewer than expected
     */
    void end() throws SQLException {
        if (expected == 0) {
            return;
        }
        recordTo(pages());
        for (Pages full : recorded) {
            if (found < expected) {
                record(full.from(), full.to(), full.youngest());
            }
        }
        if (found != expected) {
            throw new LostRowsException(name, expected, found);
        }
    }

    /** Records the rows of the next pages, up to a given one. */
    private void recordTo(long end) throws SQLException {
        long step = Math.max(1, (end - next) * BATCH / Math.max(1, expected - found));
        while (next < end) {
            long to = Math.min(end, next + step);
            record(next, to, Integer.MAX_VALUE);
            next = to;
        }
    }

    /** Records the rows of pages whose age is below a given one. */
    private void record(long from, long to, int age) throws SQLException {
        String keys = keyColumns.stream()
                .map(column -> "array_agg(t." + shape.column(column).sqlName() + "::text)")
                .collect(Collectors.joining(", "));
        // Both kinds of aggregates take the rows in one order, that of the pages.
        String sql = """
                INSERT INTO ferry.run_batches (run_id, batch, table_name, action, key_columns, keys, hashes, hashed)
                SELECT ?, ?, ?, 'INSERT', ?, keys, hashes, 'VALUES'
                FROM (SELECT ARRAY[%s] AS keys, array_agg(%s) AS hashes
                      FROM ONLY %s t WHERE t.ctid >= ?::tid AND t.ctid < ?::tid AND age(t.xmin) < ?) rows
                WHERE hashes IS NOT NULL
                RETURNING cardinality(hashes)
                """.formatted(keys, RowHash.VALUES.of(shape), shape.sqlName());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setLong(2, numbers.next());
            statement.setString(3, name);
            statement.setArray(4, connection.createArrayOf("text", keyColumns.toArray()));
            statement.setString(5, row(from));
            statement.setString(6, row(to));
            statement.setInt(7, age);
            try (ResultSet result = statement.executeQuery()) {
                found += result.next() ? result.getLong(1) : 0;
            }
        }
    }

    /** Before the first row of a page, as PostgreSQL writes it. */
    private static String row(long page) {
        return "(" + page + ",0)";
    }

    private long pages() throws SQLException {
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

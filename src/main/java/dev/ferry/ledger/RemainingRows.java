package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reduces what the ledger has of a batch that inserted to the rows that are still there. */
final class RemainingRows {
    private RemainingRows() {}

    /** Gives 1 where rows remain and the batch with them, 0 where it is forgotten. */
    static int reduce(Connection connection, RunId run, Batch batch, TableShape table) throws SQLException {
        String keys = IntStream.rangeClosed(1, batch.keyColumns().size())
                .mapToObj(i -> "array_agg(k.c" + i + " ORDER BY k.n)")
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
        String sql = """
                UPDATE ferry.run_batches b SET keys = r.keys, hashes = r.hashes
                FROM (SELECT %s AS keys, array_agg(k.hash ORDER BY k.n) AS hashes FROM %s k JOIN %s t ON %s) r
                WHERE b.run_id = ? AND b.batch = ? AND r.hashes IS NOT NULL
                """.formatted(keys, batch.keys(), table.sqlName(), table.keyJoin("t", "k", batch.keyColumns()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setString(2, run.value());
            statement.setLong(3, batch.first());
            if (statement.executeUpdate() > 0) {
                return 1;
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM ferry.run_batches WHERE run_id = ? AND batch = ?")) {
            statement.setString(1, run.value());
            statement.setLong(2, batch.first());
            statement.executeUpdate();
        }
        return 0;
    }
}

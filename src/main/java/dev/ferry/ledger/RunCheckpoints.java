package dev.ferry.ledger;

import dev.ferry.failure.RefusalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What each committed batch of a run did, per table; there exactly where the batch is. */
final class RunCheckpoints {
    /** The columns that count, in the order of {@link EntityCount}. */
    private static final String COUNTS =
            "read, filtered, valid, rejected, inserted, updated, unchanged, skipped, deleted";

    /** A run that somebody ended or took back meanwhile gets no more batches; the lock keeps it so until the commit. */
    private static final String ADD =
            "INSERT INTO ferry.run_checkpoints (run_id, step, batch, position, entity, " + COUNTS
                    + ") SELECT run_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM (SELECT run_id FROM ferry.runs"
                    + " WHERE run_id = ? AND status = 'RUNNING' FOR SHARE) r";

    private RunCheckpoints() {}

    static void add(Connection connection, RunId run, BatchPlace place, List<EntityCount> counts) throws SQLException {
        int position = 0;
        for (EntityCount count : counts) {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                statement.setInt(1, place.step());
                statement.setLong(2, place.number());
                statement.setInt(3, ++position);
                setCounts(statement, 4, count);
                statement.setString(14, run.value());
                if (statement.executeUpdate() != 1) {
                    throw new RefusalException(
                            "run " + run + " was ended or taken back by someone else while it was at work",
                            "see 'ferry status' for what became of it");
                }
            }
        }
    }

    /** Sets a table's name and its nine counts. */
    static void setCounts(PreparedStatement statement, int first, EntityCount count) throws SQLException {
        statement.setString(first, count.entity());
        statement.setLong(first + 1, count.read());
        statement.setLong(first + 2, count.filtered());
        statement.setLong(first + 3, count.valid());
        statement.setLong(first + 4, count.rejected());
        statement.setLong(first + 5, count.inserted());
        statement.setLong(first + 6, count.updated());
        statement.setLong(first + 7, count.unchanged());
        statement.setLong(first + 8, count.skipped());
        statement.setLong(first + 9, count.deleted());
    }

    /** What a batch did; none where it was not committed. */
    static List<EntityCount> of(Connection connection, RunId run, BatchPlace place) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT entity, " + COUNTS
                + " FROM ferry.run_checkpoints WHERE run_id = ? AND step = ? AND batch = ? ORDER BY position")) {
            statement.setString(1, run.value());
            statement.setInt(2, place.step());
            statement.setLong(3, place.number());
            return counts(statement);
        }
    }

    /** What all of a run's batches did so far. */
    static List<EntityCount> total(Connection connection, RunId run) throws SQLException {
        String sums = COUNTS.replaceAll("(\\w+)", "sum($1) AS $1");
        try (PreparedStatement statement = connection.prepareStatement("SELECT entity, " + sums
                + " FROM ferry.run_checkpoints WHERE run_id = ? GROUP BY entity ORDER BY min(step), entity")) {
            statement.setString(1, run.value());
            return counts(statement);
        }
    }

    /** How many of a run's batches are committed. */
    static long count(Connection connection, RunId run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT count(DISTINCT (step, batch)) FROM ferry.run_checkpoints WHERE run_id = ?")) {
            statement.setString(1, run.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<EntityCount> counts(PreparedStatement statement) throws SQLException {
        List<EntityCount> counts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                counts.add(count(row));
            }
        }
        return counts;
    }

    /** The counts of a table in a row that has them by their names. */
    static EntityCount count(ResultSet row) throws SQLException {
        return new EntityCount(
                row.getString("entity"),
                row.getLong("read"),
                row.getLong("filtered"),
                row.getLong("valid"),
                row.getLong("rejected"),
                row.getLong("inserted"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("skipped"),
                row.getLong("deleted"));
    }
}

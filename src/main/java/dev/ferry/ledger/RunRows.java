package dev.ferry.ledger;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger's header rows: one per run, with its numbers per table. */
final class RunRows {
    private RunRows() {}

    /** Adds the header of a run that starts now, in this process. */
    static void start(Connection connection, NewRun run, String schema) throws SQLException {
        String sql = """
                INSERT INTO ferry.runs (run_id, profile, profile_version, schema_name, status, requested_tag, source,
                                        options, host, pid, os_user, ferry_version, started_at)
                VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.id().value());
            statement.setString(2, run.profile());
            statement.setString(3, run.profileVersion());
            statement.setString(4, schema);
            statement.setString(5, run.requestedTag().orElse(null));
            statement.setString(6, run.source());
            statement.setString(7, run.options());
            statement.setString(8, host());
            statement.setLong(9, ProcessHandle.current().pid());
            statement.setString(10, System.getProperty("user.name", "unknown"));
            statement.setString(11, run.ferryVersion());
            statement.setObject(12, run.started().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** Ends a run that is in this transaction's hands. */
    static void complete(
            Connection connection, RunId run, String tag, String sha256, long batches, List<EntityCount> counts)
            throws SQLException {
        String sql = """
                UPDATE ferry.runs SET status = 'COMPLETED', tag = ?, source_sha256 = ?, batches = ?,
                                      finished_at = clock_timestamp()
                WHERE run_id = ? AND status = 'RUNNING'
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tag);
            statement.setString(2, sha256);
            statement.setLong(3, batches);
            statement.setString(4, run.value());
            requireOne(statement.executeUpdate(), run);
        }
        addCounts(connection, run, counts);
    }

    /** Ends a run whose transaction is gone. */
    static void finish(
            Connection connection,
            RunId run,
            RunStatus status,
            List<EntityCount> counts,
            Optional<String> sha256,
            Optional<String> message)
            throws SQLException {
        String sql = """
                UPDATE ferry.runs SET status = ?, source_sha256 = ?, message = ?, finished_at = clock_timestamp()
                WHERE run_id = ? AND status = 'RUNNING'
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, status.name());
            statement.setString(2, sha256.orElse(null));
            statement.setString(3, message.orElse(null));
            statement.setString(4, run.value());
            requireOne(statement.executeUpdate(), run);
        }
        addCounts(connection, run, counts);
    }

    /** Marks a run as taken back and forgets what was needed for that; the header stays. */
    static void rolledBack(Connection connection, RunId run) throws SQLException {
        for (String table : List.of("run_images", "run_batches", "run_tables")) {
            execute(connection, "DELETE FROM ferry." + table + " WHERE run_id = ?", run);
        }
        execute(
                connection,
                "UPDATE ferry.runs SET status = 'ROLLED_BACK', rolled_back_at = clock_timestamp() WHERE run_id = ?",
                run);
    }

    /** The runs of a schema with their status as it was written, newest first. */
    static List<Run> read(Connection connection, String schema) throws SQLException {
        List<Run> runs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM ferry.runs WHERE schema_name = ? ORDER BY started_at DESC, run_id DESC")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    runs.add(run(connection, row));
                }
            }
        }
        return runs;
    }

    private static Run run(Connection connection, ResultSet row) throws SQLException {
        RunId id = new RunId(row.getString("run_id"));
        return new Run(
                id,
                row.getString("profile"),
                row.getString("schema_name"),
                RunStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("tag")),
                row.getString("source"),
                Optional.ofNullable(row.getString("source_sha256")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getString("os_user") + "@" + row.getString("host") + " (pid " + row.getLong("pid") + ")",
                row.getLong("batches"),
                counts(connection, id),
                Optional.ofNullable(row.getString("message")));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static List<EntityCount> counts(Connection connection, RunId run) throws SQLException {
        List<EntityCount> counts = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM ferry.run_entities WHERE run_id = ? ORDER BY position")) {
            statement.setString(1, run.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.add(new EntityCount(
                            row.getString("entity"),
                            row.getLong("read"),
                            row.getLong("filtered"),
                            row.getLong("valid"),
                            row.getLong("rejected"),
                            row.getLong("inserted"),
                            row.getLong("updated"),
                            row.getLong("unchanged"),
                            row.getLong("skipped"),
                            row.getLong("deleted")));
                }
            }
        }
        return counts;
    }

    private static void addCounts(Connection connection, RunId run, List<EntityCount> counts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO ferry.run_entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int position = 0;
            for (EntityCount count : counts) {
                statement.setString(1, run.value());
                statement.setInt(2, ++position);
                statement.setString(3, count.entity());
                statement.setLong(4, count.read());
                statement.setLong(5, count.filtered());
                statement.setLong(6, count.valid());
                statement.setLong(7, count.rejected());
                statement.setLong(8, count.inserted());
                statement.setLong(9, count.updated());
                statement.setLong(10, count.unchanged());
                statement.setLong(11, count.skipped());
                statement.setLong(12, count.deleted());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void execute(Connection connection, String sql, RunId run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.executeUpdate();
        }
    }

    private static void requireOne(int rows, RunId run) {
        if (rows != 1) {
            throw new IllegalStateException("run " + run + " is not RUNNING in the ledger");
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }
}

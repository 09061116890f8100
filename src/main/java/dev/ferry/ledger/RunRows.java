package dev.ferry.ledger;

import dev.ferry.profile.CommitMode;
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
                                        options, host, pid, os_user, ferry_version, started_at, commit_mode,
                                        resume_key, resume_command)
                VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            statement.setString(13, run.commit().name());
            statement.setString(14, run.resumeKey());
            statement.setString(15, run.resumeCommand());
            statement.executeUpdate();
        }
    }

    /** Makes a run that stopped one of this process, which goes on with it. */
    static void resume(Connection connection, RunId run) throws SQLException {
        execute(connection, "DELETE FROM ferry.run_entities WHERE run_id = ?", run);
        String sql = """
                UPDATE ferry.runs SET status = 'RUNNING', host = ?, pid = ?, os_user = ?, finished_at = NULL, message = NULL
                WHERE run_id = ? AND status IN ('RUNNING', 'FAILED')
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, host());
            statement.setLong(2, ProcessHandle.current().pid());
            statement.setString(3, System.getProperty("user.name", "unknown"));
            statement.setString(4, run.value());
            requireOne(statement.executeUpdate(), run);
        }
    }

    /** Notes the source and the tag of a run whose batches will be visible before its end. */
    static void open(Connection connection, RunId run, String tag, String sha256) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE ferry.runs SET tag = ?, source_sha256 = ? WHERE run_id = ? AND status = 'RUNNING'")) {
            statement.setString(1, tag);
            statement.setString(2, sha256);
            statement.setString(3, run.value());
            requireOne(statement.executeUpdate(), run);
        }
    }

    /** Ends a run that was taken back because of what it met: nothing of it is left. */
    static void withdrawn(Connection connection, RunId run, RunStatus status, List<EntityCount> counts, String message)
            throws SQLException {
        String sql = """
                UPDATE ferry.runs SET status = ?, tag = NULL, message = ?, finished_at = clock_timestamp(),
                                      rolled_back_at = NULL
                WHERE run_id = ? AND status = 'ROLLED_BACK'
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, status.name());
            statement.setString(2, message);
            statement.setString(3, run.value());
            requireOne(statement.executeUpdate(), run);
        }
        addCounts(connection, run, counts);
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

    /** Ends a run whose transaction is gone; does nothing where it has ended, as it has where its COMMIT took effect after all. */
    static void finish(
            Connection connection,
            RunId run,
            RunStatus status,
            List<EntityCount> counts,
            Optional<String> sha256,
            Optional<String> message)
            throws SQLException {
        String sql = """
                UPDATE ferry.runs SET status = ?, source_sha256 = coalesce(?, source_sha256), message = ?,
                                      finished_at = clock_timestamp()
                WHERE run_id = ? AND status = 'RUNNING'
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, status.name());
            statement.setString(2, sha256.orElse(null));
            statement.setString(3, message.orElse(null));
            statement.setString(4, run.value());
            if (statement.executeUpdate() != 1) {
                return;
            }
        }
        addCounts(connection, run, counts);
    }

    /** Marks a run as taken back and forgets what was needed for that; the header stays. */
    static void rolledBack(Connection connection, RunId run) throws SQLException {
        for (String table : List.of("run_images", "run_batches", "run_tables", "run_checkpoints")) {
            if (TableShape.exists(connection, RunLedger.SCHEMA, table)) {
                execute(connection, "DELETE FROM ferry." + table + " WHERE run_id = ?", run);
            }
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
        CommitMode commit = CommitMode.valueOf(later(row, "commit_mode", CommitMode.ATOMIC.name()));
        List<EntityCount> counts = counts(connection, id);
        // One that stopped between its batches: what these did is what it did.
        boolean open = commit == CommitMode.BATCH && counts.isEmpty();
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
                open ? RunCheckpoints.count(connection, id) : row.getLong("batches"),
                open ? RunCheckpoints.total(connection, id) : counts,
                Optional.ofNullable(row.getString("message")),
                commit,
                later(row, "resume_key", ""),
                later(row, "resume_command", ""));
    }

    /** A column that older formats of the ledger lack. */
    private static String later(ResultSet row, String column, String otherwise) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (row.getMetaData().getColumnName(i).equals(column)) {
                return row.getString(i);
            }
        }
        return otherwise;
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
                    counts.add(RunCheckpoints.count(row));
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
                RunCheckpoints.setCounts(statement, 3, count);
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

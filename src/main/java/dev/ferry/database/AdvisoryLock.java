package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to change one schema of one database, held by one session.
 *
 * <p>PostgreSQL itself gives it back when the session ends, so it cannot go stale: where the holder is killed during a
 * statement, that is within {@code client_connection_check_interval}, two seconds.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
public final class AdvisoryLock implements AutoCloseable {
    /** Keeps Ferry's keys apart from those of other programs in the same database. */
    private static final String NAMESPACE = "dev.ferry.schema:";

    /** A holder that ends between the attempt and the question who it is leaves the lock free; so try again. */
    private static final int ATTEMPTS = 3;

    private static final String HOLDER = """
            SELECT l.pid, a.application_name, a.usename, host(a.client_addr) AS address,
                   to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
            FROM pg_catalog.pg_locks l
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
              AND (l.classid::bigint << 32 | l.objid::bigint) = ?
            """;

    private final Connection connection;
    private final long key;

    private AdvisoryLock(Connection connection, long key) {
        this.connection = connection;
        this.key = key;
    }

    /**
     * Takes the lock of a schema for the session of this connection, without waiting.
     *
     * @throws DatabaseException with {@link ExitCode#BUSY}, naming the holder, where another session has it
     */
    public static AdvisoryLock acquire(Connection connection, String schema) {
        long key = key(schema);
        String holder = "a session that has just ended";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (call(connection, "SELECT pg_try_advisory_lock(?)", key)) {
                return new AdvisoryLock(connection, key);
            }
            Optional<String> found = holder(connection, schema);
            if (found.isPresent()) {
                holder = found.get();
                break;
            }
        }
        throw new DatabaseException(
                ExitCode.BUSY,
                "schema " + schema + " is held by " + holder,
                "wait until it is done; a holder that hangs can be ended with pg_terminate_backend(pid)",
                null,
                null);
    }

    /** Who holds the lock of a schema, for people: application, host, server process and since when it is connected. */
    public static Optional<String> holder(Connection connection, String schema) {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key(schema));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(describe(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    /** What a session may see of another one depends on its rights, so each part may be missing. */
    private static String describe(ResultSet row) throws SQLException {
        String application = row.getString("application_name");
        String name = application == null || application.isEmpty() ? "another session" : "'" + application + "'";
        return name
                + part(" of user ", row.getString("usename"))
                + part(" from ", row.getString("address"))
                + " (pid " + row.getInt("pid")
                + part(", connected since ", row.getString("since")) + ")";
    }

    private static String part(String label, @Nullable String value) {
        return value == null ? "" : label + value;
    }

    /** Gives the lock back, outside of a failed transaction. Where the connection is gone, so is the lock. */
    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                call(connection, "SELECT pg_advisory_unlock(?)", key);
            }
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        } catch (DatabaseException e) {
            if (e.exitCode() != ExitCode.ENVIRONMENT) {
                throw e;
            }
        }
    }

    private static boolean call(Connection connection, String sql, long key) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private static long key(String schema) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest((NAMESPACE + schema).getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The right to change one schema of one database, held by one session. Other sessions of the same run join it while they write:
 * nobody else gets the right before the last of them has ended, even where the first one is lost.
 *
 * <p>PostgreSQL itself gives it back when the session ends, so it cannot go stale: where the holder is killed during a
 * statement, that is within {@code client_connection_check_interval}, two seconds.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
public final class AdvisoryLock implements AutoCloseable {
    /** Keeps Ferry's keys apart from those of other programs in the same database. */
    private static final String NAMESPACE = "dev.ferry.schema:";

    /** What the sessions share that write for the holder. */
    private static final String WRITERS = "/writers";

    /** A holder that ends between the attempt and the question who it is leaves the lock free; so try again. */
    private static final int ATTEMPTS = 3;

    /** How long sessions of a process that is dead are waited for: the server notices within two seconds. */
    private static final Duration DYING = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(100);

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
     * Takes the lock of a schema for the session of this connection. Waits only for sessions of a process that is dead.
     *
     * @throws DatabaseException with {@link ExitCode#BUSY}, naming the holder, where another session has it
     */
    public static AdvisoryLock acquire(Connection connection, String schema) {
        long key = key(schema);
        take(connection, schema, key);
        long writers = key(schema + WRITERS);
        try {
            take(connection, schema, writers);
        } catch (DatabaseException e) {
            call(connection, "SELECT pg_advisory_unlock(?)", key);
            throw e;
        }
        call(connection, "SELECT pg_advisory_unlock(?)", writers);
        return new AdvisoryLock(connection, key);
    }

    /**
     * Takes the lock again for a run whose session was lost, while sessions that write for it may still be at work.
     *
     * @throws DatabaseException with {@link ExitCode#BUSY} where somebody else has it now
     */
    public static AdvisoryLock retake(Connection connection, String schema) {
        long key = key(schema);
        take(connection, schema, key);
        return new AdvisoryLock(connection, key);
    }

    /**
     * Lets a session write for the holder of a schema's lock; ends with the session.
     *
     * @throws DatabaseException with {@link ExitCode#BUSY} where somebody else is taking the lock, so that the holder has lost it
     */
    public static void join(Connection connection, String schema) {
        if (!call(connection, "SELECT pg_try_advisory_lock_shared(?)", key(schema + WRITERS))) {
            throw busy(schema, "another run, which has begun since the connection was lost");
        }
    }

    private static void take(Connection connection, String schema, long key) {
        long end = System.nanoTime() + DYING.toNanos();
        String holder = "a session that has just ended";
        int attempt = 0;
        while (!call(connection, "SELECT pg_try_advisory_lock(?)", key)) {
            Optional<Holder> found = holder(connection, key);
            if (found.isPresent()) {
                holder = found.get().description();
                if (!found.get().isDead() || System.nanoTime() > end) {
                    throw busy(schema, holder);
                }
                pause();
            } else if (++attempt == ATTEMPTS) {
                throw busy(schema, holder);
            }
        }
    }

    private static DatabaseException busy(String schema, String holder) {
        return new DatabaseException(
                ExitCode.BUSY,
                "schema " + schema + " is held by " + holder,
                "wait until it is done; a holder that hangs can be ended with pg_terminate_backend(pid)",
                null,
                null);
    }

    /**
     * A session that has the lock.
     *
     * @param application the name that it gives itself
     */
    private record Holder(String description, String application) {
        /** Whether it is a session of a Ferry of this machine whose process has ended. */
        boolean isDead() {
            return ApplicationName.isOfDeadProcess(application);
        }
    }

    /** Who holds the lock of a schema, for people: application, host, server process and since when it is connected. */
    public static Optional<String> holder(Connection connection, String schema) {
        return holder(connection, key(schema))
                .or(() -> holder(connection, key(schema + WRITERS)))
                .map(Holder::description);
    }

    private static Optional<Holder> holder(Connection connection, long key) {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Holder(describe(row), String.valueOf(row.getString("application_name"))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        return ByteBuffer.wrap(DigestUtils.sha256(NAMESPACE + schema)).getLong();
    }
}

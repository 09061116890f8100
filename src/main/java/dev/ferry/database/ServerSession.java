package dev.ferry.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The server's end of a connection, which may live on when the connection is lost: until it has ended, nobody knows
 * what became of its transaction, and its locks are held.
 *
 * @param pid of the server process
 * @param started when that process began, which with the pid names it for good
 * @see <a href="https://www.postgresql.org/docs/current/monitoring-stats.html">pg_stat_activity</a>
 */
public record ServerSession(int pid, String started) {
    private static final String THIS =
            "SELECT pid, backend_start::text FROM pg_catalog.pg_stat_activity WHERE pid = pg_catalog.pg_backend_pid()";
    private static final String ANY =
            "SELECT %s FROM pg_catalog.pg_stat_activity WHERE pid = ? AND backend_start::text = ?";
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** The session of this connection. */
    public static ServerSession of(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(THIS);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("pg_stat_activity does not show its own session");
            }
            return new ServerSession(row.getInt(1), row.getString(2));
        }
    }

    /**
     * Waits for its end. After the patience it is terminated, which a user may do to a session of his own, and then has
     * as long again.
     *
     * @param other a connection to the same database as the same user, with autocommit on
     * @return whether it has ended: what it committed, and nothing else, is there now
     */
    public boolean awaitEnd(Connection other, Duration patience) throws SQLException {
        if (isGoneWithin(other, patience)) {
            return true;
        }
        ask(other, "pg_catalog.pg_terminate_backend(pid)");
        return isGoneWithin(other, patience.isZero() ? PAUSE.multipliedBy(100) : patience);
    }

    private boolean isGoneWithin(Connection other, Duration limit) throws SQLException {
        long end = System.nanoTime() + limit.toNanos();
        while (ask(other, "true")) {
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** What the server says of the session; false where there is none. */
    private boolean ask(Connection other, String question) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(ANY.formatted(question))) {
            statement.setInt(1, pid);
            statement.setString(2, started);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}

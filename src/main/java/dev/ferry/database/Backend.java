package dev.ferry.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The server process behind a connection. It may work on for a while when its client is gone; until it has ended nobody knows
 * what becomes of its transaction.
 *
 * @param pid its process id, which another process may have later
 * @param started when it began, as the server writes it
 */
public record Backend(int pid, String started) {
    private static final Duration POLL = Duration.ofMillis(50);

    /** The process behind this connection. */
    public static Backend of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT pid, backend_start::text FROM pg_catalog.pg_stat_activity"
                                + " WHERE pid = pg_backend_pid()")) {
            row.next();
            return new Backend(row.getInt(1), row.getString(2));
        }
    }

    /**
     * Waits until it has ended; after some time it is told to.
     *
     * @param other a connection of the same user to the same server, with autocommit on
     * @return whether it has
     */
    public boolean awaitEnd(Connection other, Duration patience) throws SQLException {
        long start = System.nanoTime();
        boolean told = false;
        while (isAlive(other)) {
            long waited = System.nanoTime() - start;
            if (waited > patience.toNanos()) {
                return false;
            }
            if (!told && waited > patience.toNanos() / 4) {
                told = true;
                end(other);
            }
            pause();
        }
        return true;
    }

    private boolean isAlive(Connection other) throws SQLException {
        return ask(
                other,
                "SELECT EXISTS (SELECT FROM pg_catalog.pg_stat_activity WHERE pid = ? AND backend_start::text = ?)");
    }

    private void end(Connection other) throws SQLException {
        ask(
                other,
                "SELECT bool_or(pg_terminate_backend(pid)) FROM pg_catalog.pg_stat_activity"
                        + " WHERE pid = ? AND backend_start::text = ?");
    }

    private boolean ask(Connection other, String sql) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(sql)) {
            statement.setInt(1, pid);
            statement.setString(2, started);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a server process to end", e);
        }
    }
}

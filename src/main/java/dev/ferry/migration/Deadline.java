package dev.ferry.migration;

import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The end of a run's time, enforced by the server so that a hanging statement ends too.
 *
 * <p>Each batch gives its statements what is left, and never more than the user's own {@code statement_timeout} (PostgreSQL
 * documentation, 19.11 Client Connection Defaults). From PostgreSQL 17 on the server ends the transaction by itself as well
 * ({@code transaction_timeout}); but not after an error that a savepoint takes back, since that stops its clock.
 */
final class Deadline {
    private static final int WITH_TRANSACTION_TIMEOUT = 17;

    private final Connection connection;
    private final Duration timeout;
    private final long end;
    private final long statementMillis;

    private Deadline(Connection connection, Duration timeout, long statementMillis) {
        this.connection = connection;
        this.timeout = timeout;
        this.end = System.nanoTime() + timeout.toNanos();
        this.statementMillis = statementMillis;
    }

    /** Starts the time of a transaction that has just begun on this connection. */
    static Deadline start(Connection connection, Duration timeout) throws SQLException {
        Deadline deadline = new Deadline(connection, timeout, statementMillis(connection));
        if (connection.getMetaData().getDatabaseMajorVersion() >= WITH_TRANSACTION_TIMEOUT) {
            deadline.set("transaction_timeout", timeout.toMillis());
        }
        deadline.checkpoint();
        return deadline;
    }

    private static long statementMillis(Connection connection) throws SQLException {
        String sql = "SELECT setting::bigint FROM pg_settings WHERE name = 'statement_timeout'";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** Called between batches: gives the next statements what is left, or fails where nothing is. */
    void checkpoint() throws SQLException {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new DatabaseException(
                    ExitCode.ENVIRONMENT,
                    "the run took longer than " + timeout.toSeconds() + " s and was rolled back",
                    "give it more time with --timeout, such as --timeout 30m",
                    null,
                    null);
        }
        set("statement_timeout", statementMillis == 0 ? left : Math.min(left, statementMillis));
    }

    private void set(String setting, long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL " + setting + " = " + Math.min(millis, Integer.MAX_VALUE));
        }
    }
}

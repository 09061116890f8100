package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.database.DatabaseException;
import dev.ferry.database.ServerSession;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.ExitCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** Connects again where a connection was lost, and waits until nothing of the lost one is at work any more. */
final class Reconnection {
    /** A server that restarts is back by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A server process notices within two seconds that its client is gone, and needs a moment to roll back. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(250);

    private Reconnection() {}

    /**
     * A new connection in the place of a lost one.
     *
     * @param lost the server process of the lost one
     * @throws DatabaseException where the server does not come back, or does not end the lost session
     */
    static Connection inPlaceOf(ServerSession lost, Database database, String purpose) {
        return patiently(() -> settled(lost, database.connect(purpose)));
    }

    /**
     * A connection, even where the server restarts just now.
     *
     * @throws DatabaseException where the server does not come back, or at once where it refuses
     */
    static Connection patiently(Supplier<Connection> connect) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return connect.get();
            } catch (DatabaseException e) {
                boolean passing = e.exitCode() == ExitCode.ENVIRONMENT;
                if (!passing || System.nanoTime() > end || !Retries.pause(POLL)) {
                    throw e;
                }
            }
        }
    }

    private static Connection settled(ServerSession lost, Connection fresh) {
        try {
            if (lost.awaitEnd(fresh, ENDING)) {
                return fresh;
            }
            throw new DatabaseException(
                    ExitCode.ENVIRONMENT,
                    "the server still works for a connection that was lost (pid " + lost.pid() + ")",
                    "end it with pg_terminate_backend(" + lost.pid() + "), then see 'ferry status'",
                    null,
                    null);
        } catch (SQLException | DatabaseException e) {
            try {
                fresh.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e instanceof SQLException sql ? SqlFailure.explain(sql) : (DatabaseException) e;
        }
    }
}

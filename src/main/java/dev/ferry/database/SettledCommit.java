package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A COMMIT that is known to have happened or not, also where the connection is lost before its answer.
 *
 * <p>What was committed is asked for on another connection, but only after the session that was to commit has ended:
 * until then the server may still be at it, or the COMMIT still on its way.
 */
public final class SettledCommit {
    private static final Logger LOG = LoggerFactory.getLogger(SettledCommit.class);

    /** For a session to end, before it is made to. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** For a server that restarts. */
    private static final Duration UNREACHABLE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Database database;
    private final ServerSession session;
    private final String work;

    /** What the server knows of a transaction whose session has ended. */
    private enum Outcome {
        COMMITTED,
        ROLLED_BACK,
        UNKNOWN
    }

    /**
     * A COMMIT of this session.
     *
     * @param work what it completes, for messages: {@code run 20261121T023154Z-7f3a}
     */
    public SettledCommit(Database database, ServerSession session, String work) {
        this.database = database;
        this.session = session;
        this.work = work;
    }

    /**
     * Commits.
     *
     * @param committed finds the work's traces on another connection
     * @throws SQLException where nothing is committed
     * @throws DatabaseException where that could not be found out
     */
    public void commit(Connection connection, Predicate<Connection> committed) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (!connection.isClosed()) {
                throw e;
            }
            switch (outcome(committed)) {
                case COMMITTED -> LOG.warn("the connection was lost during COMMIT; {} is committed", work);
                case ROLLED_BACK -> throw e;
                case UNKNOWN ->
                    throw new DatabaseException(
                            ExitCode.ENVIRONMENT,
                            "the connection was lost during COMMIT, and whether " + work + " is committed is not known",
                            "'ferry status' says it when the server can be reached",
                            e.getSQLState(),
                            SqlFailure.explain(e));
            }
        }
    }

    private Outcome outcome(Predicate<Connection> committed) {
        long end = System.nanoTime() + UNREACHABLE.toNanos();
        do {
            try (Connection other = database.connect("outcome of " + work)) {
                if (session.awaitEnd(other, PATIENCE)) {
                    return committed.test(other) ? Outcome.COMMITTED : Outcome.ROLLED_BACK;
                }
            } catch (SQLException e) {
                LOG.debug("the outcome of {} could not be read", work, e);
            } catch (FerryException e) {
                LOG.debug("the outcome of {} could not be read", work, e);
                if (e.exitCode() != ExitCode.ENVIRONMENT) {
                    // Another attempt would give the same.
                    return Outcome.UNKNOWN;
                }
            }
        } while (System.nanoTime() < end && isPaused());
        return Outcome.UNKNOWN;
    }

    /** Whether nobody interrupted the pause. */
    private static boolean isPaused() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

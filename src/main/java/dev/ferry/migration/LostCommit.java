package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.database.ServerSession;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.RunStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of a COMMIT whose answer was lost: by the run's row, but only after the session that was to commit has
 * ended. Until then the server may still be committing, or the COMMIT may still be on its way to it.
 */
final class LostCommit {
    private static final Logger LOG = LoggerFactory.getLogger(LostCommit.class);

    /** For a session to end, before it is made to. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** For a server that restarts. */
    private static final Duration UNREACHABLE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Database database;
    private final RunLedger ledger;

    LostCommit(Database database, RunLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** What became of a run. */
    enum Fate {
        /** It is committed. */
        COMMITTED,
        /** Nothing of it is there. */
        ROLLED_BACK,
        /** Nobody could be asked. */
        UNKNOWN
    }

    /**
     * What became of the run.
     *
     * @param session the one that was to commit it
     */
    Fate of(RunId run, ServerSession session) {
        long end = System.nanoTime() + UNREACHABLE.toNanos();
        do {
            try (Connection other = database.connect("outcome of run " + run)) {
                if (session.awaitEnd(other, PATIENCE)) {
                    return ledger.find(other, run)
                                    .filter(found -> found.status() == RunStatus.COMPLETED)
                                    .isPresent()
                            ? Fate.COMMITTED
                            : Fate.ROLLED_BACK;
                }
            } catch (SQLException | FerryException e) {
                LOG.debug("the outcome of run {} could not be read", run, e);
                if (!(e instanceof SQLException) && ((FerryException) e).exitCode() != ExitCode.ENVIRONMENT) {
                    return Fate.UNKNOWN;
                }
            }
        } while (System.nanoTime() < end && pause());
        return Fate.UNKNOWN;
    }

    /** Whether it was not interrupted. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

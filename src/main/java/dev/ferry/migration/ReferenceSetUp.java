package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.NewRun;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.TransactionLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A run of its own for the reference data that another run needs, inside that one's transaction. */
final class ReferenceSetUp {
    private final RunLedger ledger;
    private final NewRun run;

    /** The run; a second earlier than the one that needs it, so that it sorts before. */
    ReferenceSetUp(RunHeader header, MigrationOptions options) {
        this.ledger = header.ledger();
        Instant before = header.started().minusSeconds(1);
        this.run = new NewRun(
                RunId.startingAt(before),
                options.profile().name(),
                options.profile().version(),
                Optional.empty(),
                Setup.SOURCE,
                "mode=" + RunMode.SETUP,
                Version.current(),
                before);
    }

    RunId id() {
        return run.id();
    }

    /**
     * Writes what is missing.
     *
     * @param inside the ledger of the transaction for this run
     * @param steps writes it, and gives the counts
     * @return whether anything was
     */
    boolean write(Connection connection, TransactionLedger inside, Supplier<List<EntityCount>> steps)
            throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        ledger.startInside(connection, run);
        List<EntityCount> counts = steps.get();
        boolean written = counts.stream().anyMatch(count -> count.inserted() > 0);
        if (written) {
            inside.complete(run.profile() + "-" + run.id(), counts, "");
            connection.releaseSavepoint(savepoint);
        } else {
            connection.rollback(savepoint);
        }
        return written;
    }
}

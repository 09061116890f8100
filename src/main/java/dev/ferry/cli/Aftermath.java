package dev.ferry.cli;

import dev.ferry.database.Database;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.StatusReport;
import dev.ferry.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what an interrupted command left, by asking the ledger. A connection that is cut during its commit leaves it open
 * whether the commit happened, so that is read, not guessed.
 */
final class Aftermath {
    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final String SEE_STATUS = "See 'ferry status'.";

    private final Stages stages;
    private final Database database;
    private final Profile profile;
    private final String schema;

    Aftermath(Stages stages, Database database, Profile profile, String schema) {
        this.stages = stages;
        this.database = database;
        this.profile = profile;
        this.schema = schema;
    }

    /** What a run left. */
    CommandException ofRun(Optional<RunId> run) {
        Optional<Run> left = find(run);
        if (left.map(Run::status).filter(RunStatus.COMPLETED::equals).isPresent()) {
            return interrupted(
                    "interrupted after its end: run " + run.map(RunId::value).orElse("") + " is complete");
        }
        return left.filter(Run::isKept)
                .map(Aftermath::stopped)
                .orElseGet(() -> interrupted("interrupted; rolled back, nothing was written"));
    }

    private static CommandException stopped(Run run) {
        return new CommandException(
                ExitCode.INTERRUPTED,
                "interrupted; " + run.batches() + (run.batches() == 1 ? " batch" : " batches") + " of run " + run.id()
                        + " are committed",
                "Go on with: ferry " + run.resumeCommand() + "\n  or take back what is there: ferry "
                        + run.undoCommand(),
                null);
    }

    /** What a rollback left, by the newest run that it was to take back. */
    CommandException ofRollback(Optional<RunId> run) {
        return find(run).map(Run::status).filter(RunStatus.ROLLED_BACK::equals).isPresent()
                ? interrupted("interrupted after its end: the rollback is complete")
                : interrupted("interrupted; the rollback was undone, nothing was taken back");
    }

    private Optional<Run> find(Optional<RunId> id) {
        // The interrupt has done its work; reading must not stumble over it.
        Thread.interrupted();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            return settled().runs().stream()
                    .filter(run -> run.id().equals(id.get()))
                    .findFirst();
        } catch (FerryException e) {
            LOG.error("after an interrupt", e);
            throw interrupted("interrupted, and the database does not say what is left: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted("interrupted twice; what was not committed is rolled back");
        }
    }

    /** The server may need a moment to notice that its client is gone; until then the lock is held. */
    private StatusReport settled() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        StatusReport report = stages.status(database, List.of(profile), Optional.of(schema));
        while (report.holder().isPresent() && System.nanoTime() < end) {
            Thread.sleep(100);
            report = stages.status(database, List.of(profile), Optional.of(schema));
        }
        return report;
    }

    private static CommandException interrupted(String message) {
        return new CommandException(ExitCode.INTERRUPTED, message, SEE_STATUS, null);
    }
}

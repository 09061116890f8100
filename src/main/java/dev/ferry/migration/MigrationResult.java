package dev.ferry.migration;

import dev.ferry.failure.ExitCode;
import dev.ferry.ledger.RunStatus;
import java.util.List;

/** How a run ended. Each case is an expected one; failures are thrown as {@link dev.ferry.failure.FerryException}. */
public sealed interface MigrationResult {
    /** What the run did and found. */
    Summary summary();

    /** The status that reports and the ledger give it. */
    RunStatus status();

    /** The exit status that the command line gives it. */
    ExitCode exitCode();

    /**
     * This result where it is a good one.
     *
     * @throws ValidationException where the content is at fault
     * @throws MigrationException where verification found a difference
     */
    default MigrationResult orThrow() {
        if (this instanceof Rejected rejected) {
            throw new ValidationException(rejected);
        }
        if (this instanceof Mismatched mismatched) {
            throw new MigrationException(mismatched);
        }
        return this;
    }

    /** Committed; with {@code WRITE_THE_REST}, records may have been rejected. */
    record Completed(Summary summary) implements MigrationResult {
        @Override
        public RunStatus status() {
            return RunStatus.COMPLETED;
        }

        @Override
        public ExitCode exitCode() {
            return summary.report().violationCount() == 0 ? ExitCode.DONE : ExitCode.PARTIAL;
        }
    }

    /**
     * Would have been committed.
     *
     * @param previews what would have changed, per table; empty where no database was asked
     */
    record Rehearsed(Summary summary, List<Preview> previews) implements MigrationResult {
        public Rehearsed {
            previews = List.copyOf(previews);
        }

        @Override
        public RunStatus status() {
            return RunStatus.REHEARSED;
        }

        @Override
        public ExitCode exitCode() {
            return summary.report().violationCount() == 0 ? ExitCode.DONE : ExitCode.PARTIAL;
        }
    }

    /** The content is at fault; nothing was written. */
    record Rejected(Summary summary) implements MigrationResult {
        @Override
        public RunStatus status() {
            return RunStatus.REJECTED;
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.CONTENT;
        }
    }

    /**
     * What was written is not what should have been; rolled back.
     *
     * @param differences each difference, for people
     */
    record Mismatched(Summary summary, List<String> differences) implements MigrationResult {
        public Mismatched {
            differences = List.copyOf(differences);
        }

        @Override
        public RunStatus status() {
            return RunStatus.MISMATCHED;
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.MISMATCH;
        }
    }
}

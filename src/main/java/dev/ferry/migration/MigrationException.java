package dev.ferry.migration;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;

/** What was written is not what should have been: for callers who want that as an exception. */
public final class MigrationException extends FerryException {
    private static final long serialVersionUID = 1L;

    private final transient MigrationResult result;

    MigrationException(MigrationResult.Mismatched result) {
        super(
                ExitCode.MISMATCH,
                String.join("; ", result.differences()) + "; rolled back",
                "look for triggers and rules on these tables",
                null);
        this.result = result;
    }

    /** What was found. */
    public MigrationResult result() {
        return result;
    }
}

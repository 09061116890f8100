package dev.ferry.migration;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;

/** The content is at fault: for callers who want that as an exception, by {@link MigrationResult#orThrow}. */
public final class ValidationException extends FerryException {
    private static final long serialVersionUID = 1L;

    private final transient MigrationResult result;

    ValidationException(MigrationResult.Rejected result) {
        super(
                ExitCode.CONTENT,
                result.summary().report().violationCount() + " violations; nothing was written",
                "correct the source at the places that the report lists",
                null);
        this.result = result;
    }

    /** What was found. */
    public MigrationResult result() {
        return result;
    }
}

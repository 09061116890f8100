package dev.ferry.failure;

import org.jspecify.annotations.Nullable;

/** The request cannot be carried out as it was put: an unknown name, a missing source, a value out of range. */
public final class UsageException extends FerryException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message, @Nullable String advice) {
        super(ExitCode.USAGE, message, advice, null);
    }
}

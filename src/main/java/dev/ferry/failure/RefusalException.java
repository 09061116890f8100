package dev.ferry.failure;

import org.jspecify.annotations.Nullable;

/** The operation is possible but not safe, so it was refused and nothing was changed. */
public final class RefusalException extends FerryException {
    private static final long serialVersionUID = 1L;

    public RefusalException(String message, @Nullable String advice) {
        super(ExitCode.REFUSED, message, advice, null);
    }
}

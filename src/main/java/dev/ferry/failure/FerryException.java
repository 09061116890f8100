package dev.ferry.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure that Ferry expects and explains: its message says what happened, {@link #advice} what to do next.
 *
 * <p>Neither ever contains a password. Each family of failures is one subclass: binding, validation, migration, database,
 * refusal and usage. Anything else that is thrown is a bug.
 */
public abstract class FerryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final @Nullable String advice;

    /**
     * @param message what happened, with the value seen and the value allowed
     * @param advice what the user can do about it, or null where there is nothing to say
     * @param cause the failure underneath, shown only with {@code --verbose}
     */
    protected FerryException(ExitCode exitCode, String message, @Nullable String advice, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.advice = advice;
    }

    /** The exit status that the command line gives for this failure. */
    public final ExitCode exitCode() {
        return exitCode;
    }

    /** What to do next. */
    public final Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

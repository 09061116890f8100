package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import org.jspecify.annotations.Nullable;

/** A failure of the command as a whole rather than of a stage: an interrupt, a bug, too little memory. */
final class CommandException extends FerryException {
    private static final long serialVersionUID = 1L;

    CommandException(ExitCode exitCode, String message, @Nullable String advice, @Nullable Throwable cause) {
        super(exitCode, message, advice, cause);
    }
}

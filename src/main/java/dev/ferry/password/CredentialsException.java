package dev.ferry.password;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;

/** The disk did not take generated passwords; none of them is in its message. */
public final class CredentialsException extends FerryException {
    private static final long serialVersionUID = 1L;

    CredentialsException(String message, String advice, Throwable cause) {
        super(ExitCode.ENVIRONMENT, message, advice, cause);
    }
}

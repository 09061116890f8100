package dev.ferry.report;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;

/** A report could not be written although its place is right: the disk is full or fails. No half file is left. */
public final class ReportException extends FerryException {
    private static final long serialVersionUID = 1L;

    ReportException(String message, String advice, Throwable cause) {
        super(ExitCode.ENVIRONMENT, message, advice, cause);
    }
}

package dev.ferry.convert;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import java.io.IOException;

/** A file could not be written: the disk is full or fails. No file is left behind. */
public final class ConversionException extends FerryException {
    private static final long serialVersionUID = 1L;

    ConversionException(String message, IOException cause) {
        super(ExitCode.ENVIRONMENT, message, "make room, or name a folder on another disk", cause);
    }
}

package dev.ferry.backup;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A backup could not be written or read: the disk is full or fails. No file is left behind. */
public final class BackupException extends FerryException {
    private static final long serialVersionUID = 1L;

    private BackupException(String message, String advice, IOException cause) {
        super(ExitCode.ENVIRONMENT, message, advice, cause);
    }

    /** The failure to write one into a folder. */
    public static BackupException notWritten(Path folder, IOException cause) {
        return new BackupException(
                "the backup could not be written to " + folder + " (" + reason(cause)
                        + "); nothing is left of it, and the database is as it was",
                "make room, or name a folder on another disk with --output-dir",
                cause);
    }

    /** The failure to read one, for a reason that is not its content. */
    static BackupException notRead(Path file, IOException cause) {
        return new BackupException(
                "the backup " + file + " could not be read (" + reason(cause) + ")",
                "look at the disk and at the file's rights",
                cause);
    }

    /** What the system says; an exception's message may be only the file's name. */
    private static String reason(IOException failure) {
        return Optional.ofNullable(failure.getMessage())
                .filter(message -> message.contains(" "))
                .orElse(failure.getClass().getSimpleName());
    }
}

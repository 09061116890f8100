package dev.ferry.backup;

import dev.ferry.failure.RefusalException;
import java.nio.file.Path;

/** An archive is not as it was written; becomes a refusal where the file's name is known. */
final class Damage extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, beginning with "its" */
    Damage(String message) {
        super(message);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    RefusalException of(Path file) {
        return new RefusalException(
                "the backup " + file + " is damaged or was edited: " + reason(),
                "nothing was restored; take another one: ferry backup --list");
    }
}

package dev.ferry.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backup in a folder, as far as its manifest tells.
 *
 * @param file where it is
 * @param bytes its length
 * @param manifest what is in it; empty where it is damaged
 * @param damage what is wrong with it; empty where its manifest can be read
 */
public record ListedBackup(Path file, long bytes, Optional<Manifest> manifest, Optional<String> damage) {
    public ListedBackup {
        if (manifest.isPresent() == damage.isPresent()) {
            throw new IllegalArgumentException("a backup must have a manifest or a damage, and not both");
        }
    }

    static ListedBackup of(Path file) throws IOException {
        long bytes = Files.size(file);
        try {
            return new ListedBackup(file, bytes, Optional.of(Archive.manifestOf(file)), Optional.empty());
        } catch (Damage e) {
            return new ListedBackup(file, bytes, Optional.empty(), Optional.of(e.reason()));
        }
    }

    @Nullable
    Instant created() {
        return manifest.map(Manifest::created).orElse(null);
    }

    /** Whether it holds what another one holds, of another time; the database's version does not count. */
    boolean isOfTheSameTables(Manifest other) {
        return manifest.filter(own -> own.kind() == other.kind()
                        && own.profile().equals(other.profile())
                        && own.schema().equals(other.schema())
                        && place(own).equals(place(other)))
                .isPresent();
    }

    private static String place(Manifest manifest) {
        return manifest.origin().replaceAll("PostgreSQL( [0-9][0-9.]*)?", "PostgreSQL");
    }
}

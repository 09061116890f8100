package dev.ferry.cli;

import dev.ferry.database.Database;
import dev.ferry.profile.Profile;
import dev.ferry.selftest.Check;
import dev.ferry.selftest.SelfTestReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A server and a folder for one trial; both are gone afterwards. */
final class ThrowAway {
    private ThrowAway() {}

    /** Tries a profile. */
    static SelfTestReport selfTest(Profile profile, Consumer<Check> told) {
        Path folder = folder();
        try {
            try (Database database = Database.embedded(folder.resolve("server"))) {
                return dev.ferry.selftest.SelfTest.run(
                        database, profile, Files.createDirectory(folder.resolve("backups")), told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("ferry-trial");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

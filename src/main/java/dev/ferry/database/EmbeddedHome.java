package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of an embedded PostgreSQL, all in one directory that only its owner may enter. */
final class EmbeddedHome {
    private final Path shown;
    private final Path directory;

    private EmbeddedHome(Path shown, Path directory) {
        this.shown = shown;
        this.directory = directory;
    }

    /** The files below Ferry's own directory, which is made where it is not there. */
    static EmbeddedHome in(Path home) {
        try {
            Path directory = home.toAbsolutePath().resolve("postgres");
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(home);
                Files.createDirectories(directory, ownerOnly(home, "rwx------"));
            }
            // One name for one place, whatever links lead there: the locks are kept by it.
            return new EmbeddedHome(home, directory.toRealPath());
        } catch (IOException e) {
            throw failure(home, e);
        }
    }

    /** The directory as the user named it. */
    Path shown() {
        return shown;
    }

    Path directory() {
        return directory;
    }

    Path data() {
        return directory.resolve("data");
    }

    Path unfinishedData() {
        return directory.resolve("data.unfinished");
    }

    Path password() {
        return directory.resolve("password");
    }

    Path port() {
        return directory.resolve("port");
    }

    Path keep() {
        return directory.resolve("keep");
    }

    Path log() {
        return directory.resolve("log");
    }

    /** What a new file or directory must be made with, so that nobody else can read it even for a moment. */
    static FileAttribute<?>[] ownerOnly(Path near, String permissions) throws IOException {
        FileStore store = Files.getFileStore(near);
        return store.supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Deletes a directory with all that is in it, if it is there. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    /**
     * The failure that an I/O error in this directory is: a full disk is the environment's, all else the user's choice.
     */
    FerryException failure(IOException e) {
        return failure(shown, e);
    }

    private static FerryException failure(Path home, IOException e) {
        String message = "the embedded PostgreSQL cannot use " + home + ": " + reason(e);
        if (isDiskFull(String.valueOf(e.getMessage()))) {
            return new DatabaseException(ExitCode.ENVIRONMENT, message, "make room on the disk", null, e);
        }
        return new UsageException(
                message, "make it a directory that you can write to, work in another one, or give --url");
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "you may not write there";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in its place";
        }
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
    }

    static boolean isDiskFull(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("no space left on device") || lower.contains("disk quota exceeded");
    }
}

package dev.ferry.database;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once below the home directory.
 *
 * <p>They come as {@code postgres-<system>-<architecture>.txz} in the jars of io.zonky.test.postgres. Unpacked aside
 * and then renamed, so a directory of the final name is complete.
 */
final class PostgresBinaries {
    private static final String PREFIX = "bin-";
    private static final String STATIC_LIBRARY = ".a";
    private static final int OWNER_EXECUTES = 0100;

    private PostgresBinaries() {}

    /** The directory with {@code bin}, {@code lib} and {@code share}; only for one process at a time. */
    static Path unpacked(EmbeddedHome home) {
        try {
            URLConnection archive = archive().openConnection();
            Path directory = home.directory().resolve(PREFIX + checksum(archive));
            if (!Files.isDirectory(directory)) {
                Path unfinished = home.directory().resolve("unfinished-" + PREFIX + "unpacked");
                EmbeddedHome.delete(unfinished);
                try (InputStream in = archive.getInputStream()) {
                    unpack(in, Files.createDirectory(unfinished));
                }
                Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
                deleteOlder(home, directory);
            }
            return directory;
        } catch (IOException e) {
            throw home.failure(e);
        }
    }

    private static URL archive() {
        String name = "postgres-" + system() + "-" + architecture() + ".txz";
        URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new UsageException(
                    "there is no embedded PostgreSQL for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch"),
                    "give a database with --url or DATABASE_URL");
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : name;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /** The one that the jar keeps: to hash 15 MB would cost every command more than the server's start. */
    private static String checksum(URLConnection archive) throws IOException {
        long sum =
                archive instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : archive.getContentLengthLong();
        return String.format(Locale.ROOT, "%08x", sum);
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        List<TarArchiveEntry> links = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = entry.resolveIn(target);
                if (entry.isSymbolicLink()) {
                    links.add(entry);
                } else if (entry.isFile() && !entry.getName().endsWith(STATIC_LIBRARY)) {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    if ((entry.getMode() & OWNER_EXECUTES) != 0) {
                        setExecutable(path);
                    }
                }
            }
        }
        for (TarArchiveEntry link : links) {
            Path path = link.resolveIn(target);
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(link.getLinkName()));
        }
    }

    private static void setExecutable(Path path) throws IOException {
        if (!path.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + path + " executable");
        }
    }

    /** Programs of a version that Ferry brought before; only new ones are unpacked, and those before anything runs. */
    private static void deleteOlder(EmbeddedHome home, Path current) throws IOException {
        List<Path> older;
        try (Stream<Path> entries = Files.list(home.directory())) {
            older = entries.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> !path.equals(current))
                    .toList();
        }
        for (Path directory : older) {
            EmbeddedHome.delete(directory);
        }
    }
}

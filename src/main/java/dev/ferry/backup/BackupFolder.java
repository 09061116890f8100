package dev.ferry.backup;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of backups; its own folders are not looked into.
 *
 * @param path where it is; it need not be there yet
 */
public record BackupFolder(Path path) {
    /** What the name of every backup ends with. */
    public static final String EXTENSION = ".ferry.zip";

    private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);

    /** The newest first; those that cannot be read last. */
    private static final Comparator<ListedBackup> NEWEST_FIRST = Comparator.comparing(
                    ListedBackup::created, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(backup -> String.valueOf(backup.file().getFileName()), Comparator.reverseOrder());

    /** Makes the folder where it is not there, for its owner alone. */
    void make() throws IOException {
        Path folder = path.toAbsolutePath();
        try {
            if (!Files.isDirectory(folder)) {
                boolean posix =
                        folder.getFileSystem().supportedFileAttributeViews().contains("posix");
                Path parent = folder.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                if (posix) {
                    Files.createDirectory(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectory(folder);
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(path + " is no folder", "give --output-dir a folder");
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("folder " + path + " is not writable", "give --output-dir another folder");
        }
    }

    /** The name of a new backup: names of one profile and schema sort by time. */
    static String name(String profile, String schema, String label, String moment) {
        String place =
                schema.isEmpty() || schema.equals(profile) ? "" : "-" + schema.replaceAll("[^\\p{Alnum}_-]", "_");
        return profile + place + (label.isEmpty() ? "" : "-" + label) + "-" + moment + EXTENSION;
    }

    /**
     * The backups that are there, newest first; only their manifests are looked at.
     *
     * @throws BackupException where the folder cannot be read
     */
    public List<ListedBackup> list() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        List<ListedBackup> backups = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + EXTENSION)) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    backups.add(ListedBackup.of(file));
                }
            }
        } catch (IOException e) {
            throw BackupException.notRead(path, e);
        }
        backups.sort(NEWEST_FIRST);
        return backups;
    }

    /**
     * Deletes older backups of the same database tables, beyond a number; what cannot be read as a backup stays.
     *
     * @param newest one of those that stay
     * @param keep how many stay, the newest included
     * @return those that are gone
     */
    public List<Path> prune(BackupFile newest, int keep) {
        if (keep < 1) {
            throw new UsageException("the backups to keep must be 1 or more, were " + keep, null);
        }
        List<Path> gone = new ArrayList<>();
        int kept = 1;
        for (ListedBackup backup : list()) {
            boolean itself = newest.file().getFileName().equals(backup.file().getFileName());
            if (itself || !backup.isOfTheSameTables(newest.manifest())) {
                continue;
            }
            kept++;
            if (kept > keep) {
                delete(backup.file(), gone);
            }
        }
        return gone;
    }

    private static void delete(Path file, List<Path> gone) {
        try {
            Files.delete(file);
            gone.add(file);
        } catch (IOException e) {
            LOG.warn("the old backup {} could not be deleted", file, e);
        }
    }
}

package dev.ferry.file;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are their owner's alone, mode 0600, from the moment they are there. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> ATTRIBUTE = PosixFilePermissions.asFileAttribute(RIGHTS);

    private OwnerOnly() {}

    /**
     * Makes a file with a name of its own, for writing.
     *
     * @param option the option that named the place, for the refusal
     * @throws UsageException where the file system cannot keep a file to its owner
     */
    public static Path temporary(Path folder, String prefix, String suffix, String option) throws IOException {
        Path file;
        try {
            file = Files.createTempFile(folder, prefix, suffix, ATTRIBUTE);
        } catch (UnsupportedOperationException e) {
            throw withoutRights(folder, option);
        }
        // A mount of a file system without rights, such as FAT, takes the attribute and leaves it out.
        if (!Files.getPosixFilePermissions(file).equals(RIGHTS)) {
            Files.delete(file);
            throw withoutRights(folder, option);
        }
        return file;
    }

    /**
     * Makes a file where there is none, not even a link.
     *
     * @throws java.nio.file.FileAlreadyExistsException where there is one
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, ATTRIBUTE);
    }

    /** The refusal of a place where others could read what is written. */
    private static UsageException withoutRights(Path folder, String option) {
        return new UsageException(
                "the file system of " + folder.toAbsolutePath() + " cannot keep a file to its owner (mode 0600)",
                "choose a folder on another file system for " + option);
    }

    /** Makes sure that a file's content survives a loss of power. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The same for the names in a folder, where the system can. */
    public static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

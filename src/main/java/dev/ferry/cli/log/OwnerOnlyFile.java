package dev.ferry.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A log file, and its successors after rolling, that only their owner can read. */
final class OwnerOnlyFile extends RollingFileAppender<ILoggingEvent> {
    @Override
    public void openFile(String name) throws IOException {
        create(Path.of(name));
        super.openFile(name);
    }

    /** Makes the folders of a file where they are not there, with rights for their owner alone. */
    static void createFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder, rights(file, "rwx------"));
        }
    }

    /** Makes the file where it is not there, with rights for its owner alone. */
    static void create(Path file) throws IOException {
        try {
            Files.createFile(file, rights(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file) && !Files.isWritable(file)) {
                throw e;
            }
        }
    }

    private static FileAttribute<?>[] rights(Path file, String rights) {
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(rights);
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}

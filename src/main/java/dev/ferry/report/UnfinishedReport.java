package dev.ferry.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A report that is written, but does not stand under its name yet. {@link #close} takes it away, unless it was published. */
public final class UnfinishedReport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedReport.class);

    private final Path file;
    private final Path target;
    private final Path unfinished;

    private UnfinishedReport(Path file, Path target) {
        this.file = file;
        this.target = target;
        long process = ProcessHandle.current().pid();
        this.unfinished = target.resolveSibling(target.getFileName() + "." + process + ".unfinished");
    }

    /** Writes what a report consists of. */
    @FunctionalInterface
    interface Body {
        void write(Appendable out) throws IOException;
    }

    /**
     * Writes a report.
     *
     * @param ending what is said of the run where that fails
     * @throws ReportException where the disk is full or fails; nothing of it is left then
     */
    static UnfinishedReport of(Path file, String ending, Body body) {
        try {
            // Through a link, not over it.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            UnfinishedReport report = new UnfinishedReport(file, target);
            try (BufferedWriter out = Files.newBufferedWriter(createForOwner(report.unfinished))) {
                body.write(out);
            } catch (IOException | RuntimeException | Error e) {
                report.close();
                throw e;
            }
            return report;
        } catch (IOException e) {
            throw failure(file, ending, e);
        } catch (UncheckedIOException e) {
            throw failure(file, ending, Objects.requireNonNull(e.getCause()));
        }
    }

    /**
     * Puts it in place of an older one.
     *
     * @param ending what is said of the run where that fails
     * @throws ReportException where the disk fails
     */
    public void publish(String ending) {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure(file, ending, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.warn("{} is left behind", unfinished, e);
        }
    }

    /** A report holds the values of rejected records, so only its owner can read it, as with the rejects themselves. */
    private static Path createForOwner(Path file) throws IOException {
        Files.deleteIfExists(file);
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    private static ReportException failure(Path file, String ending, IOException cause) {
        return new ReportException(
                "the report '" + file + "' could not be written: " + reason(cause) + ending,
                "Make room, or name a file on another disk.",
                cause);
    }

    /** Why, without the file's name, which some messages hold and some are. */
    private static String reason(IOException cause) {
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return cause instanceof FileSystemException || cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage();
    }
}

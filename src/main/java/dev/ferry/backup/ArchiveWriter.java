package dev.ferry.backup;

import dev.ferry.file.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an archive under a name of its own, and gives it its true name when all of it is on the disk; without that,
 * {@link #close} leaves nothing behind. Only its owner can read it, from the first byte on.
 */
final class ArchiveWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveWriter.class);

    private final Path folder;
    private final Path temporary;
    private final ZipOutputStream zip;

    private ArchiveWriter(Path folder, Path temporary, OutputStream out) {
        this.folder = folder;
        this.temporary = temporary;
        this.zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        zip.setComment(Seal.BLANK);
    }

    /** Begins one in a folder that is there. */
    static ArchiveWriter in(Path folder) throws IOException {
        Path temporary = OwnerOnly.temporary(folder, ".ferry-backup", ".unfinished", "--output-dir");
        return new ArchiveWriter(folder, temporary, Files.newOutputStream(temporary));
    }

    /** Adds an entry. */
    ArchiveEntry add(String name, Content content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        ArchiveEntry entry = Content.write(name, content, zip);
        zip.closeEntry();
        return entry;
    }

    /**
     * Ends the archive, makes sure that it is on the disk, and names it.
     *
     * @param name a name that no file in the folder has
     */
    BackupFile finish(Manifest manifest, String name) throws IOException, SQLException {
        add(Manifest.NAME, out -> {
            ManifestWriter.write(manifest, out);
            return 1;
        });
        zip.close();
        String sha256 = Seal.set(temporary);
        OwnerOnly.force(temporary);
        long bytes = Files.size(temporary);
        Path file = folder.resolve(name);
        // At once all of it or nothing; the name has a moment and four random digits, so nobody else takes it
        // meanwhile.
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file + " is there already");
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        try {
            OwnerOnly.forceFolder(folder);
        } catch (IOException e) {
            LOG.debug("the folder of {} was not synchronised", file, e);
        }
        return new BackupFile(file, bytes, sha256, manifest);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            LOG.debug("the end of {} was not written", temporary, e);
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", temporary, e);
        }
    }
}

package dev.ferry.backup;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A backup that is read. Nothing in it is believed that was not checked: not its names, not its lengths. Nothing is ever
 * unpacked onto the disk.
 */
public final class Archive implements AutoCloseable {
    /** A manifest with some thousand tables is a tenth of it. */
    private static final long LONGEST_MANIFEST = 16L << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;
    private final String sha256;

    private Archive(Path file, ZipFile zip, Manifest manifest, String sha256) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
        this.sha256 = sha256;
    }

    /**
     * Opens one, and checks every byte of it against its checksums.
     *
     * @throws UsageException where there is no such file
     * @throws dev.ferry.failure.RefusalException where it is not as it was written
     */
    public static Archive open(Path file) {
        requireThere(file);
        try {
            String sha256 = Seal.check(file);
            ZipFile zip = new ZipFile(file.toFile());
            try {
                Archive archive = new Archive(file, zip, manifest(zip), sha256);
                archive.requireListed();
                for (ArchiveEntry entry : archive.manifest.entries()) {
                    try (EntryStream in = archive.stream(entry)) {
                        in.requireWhole();
                    }
                }
                return archive;
            } catch (IOException | Damage | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new Damage("its structure is broken").of(file);
        } catch (Damage e) {
            throw e.of(file);
        } catch (IOException e) {
            throw BackupException.notRead(file, e);
        }
    }

    /**
     * The manifest of one, without a look at the rest.
     *
     * @throws Damage where it cannot be read
     */
    static Manifest manifestOf(Path file) throws Damage {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return manifest(zip);
        } catch (IOException e) {
            throw new Damage("its structure is broken");
        }
    }

    private static void requireThere(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    Files.exists(file) ? file + " is no file" : "there is no file " + file,
                    "'ferry backup --list' shows the backups that are there");
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException, Damage {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new Damage("its manifest is missing");
        }
        if (entry.getSize() > LONGEST_MANIFEST) {
            throw new Damage("its manifest is longer than 16 MB");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) LONGEST_MANIFEST + 1);
            if (content.length > LONGEST_MANIFEST) {
                throw new Damage("its manifest is longer than 16 MB");
            }
            return ManifestReader.read(content);
        }
    }

    /** Checks that the zip file has what the manifest lists, each once and as long as it says, and nothing else. */
    private void requireListed() throws Damage {
        Map<String, ArchiveEntry> listed = new HashMap<>();
        for (ArchiveEntry entry : manifest.entries()) {
            if (!EntryName.isAllowed(entry.name()) || entry.name().equals(Manifest.NAME)) {
                throw new Damage("its manifest names an entry as none may be named");
            }
            if (listed.put(entry.name(), entry) != null) {
                throw new Damage("its manifest names " + entry.name() + " twice");
            }
        }
        boolean manifestSeen = false;
        for (ZipEntry found : List.copyOf(zip.stream().toList())) {
            if (!EntryName.isAllowed(found.getName())) {
                throw new Damage("its zip file has an entry named as none may be");
            }
            if (found.getName().equals(Manifest.NAME)) {
                if (manifestSeen) {
                    throw new Damage("its zip file has two manifests");
                }
                manifestSeen = true;
                continue;
            }
            ArchiveEntry entry = listed.remove(found.getName());
            if (entry == null) {
                throw new Damage("its entry " + found.getName() + " is there twice, or not in its manifest");
            }
            if (found.getSize() != entry.bytes()) {
                throw new Damage("its entry " + found.getName() + " has another length than its manifest says");
            }
        }
        if (!listed.isEmpty()) {
            throw new Damage("its entry " + listed.keySet().iterator().next() + " is missing");
        }
    }

    /** What is in it. */
    public Manifest manifest() {
        return manifest;
    }

    /** The file as a whole. */
    public BackupFile file() {
        try {
            return new BackupFile(file, Files.size(file), sha256, manifest);
        } catch (IOException e) {
            throw BackupException.notRead(file, e);
        }
    }

    /** An entry as it comes; {@link EntryStream#requireWhole} must follow, since the file may change meanwhile. */
    EntryStream stream(ArchiveEntry entry) throws IOException, Damage {
        ZipEntry found = zip.getEntry(entry.name());
        if (found == null) {
            throw new Damage("its entry " + entry.name() + " is missing");
        }
        return new EntryStream(zip.getInputStream(found), entry);
    }

    /** What is wrong with it, as a refusal. */
    RuntimeException damaged(Damage damage) {
        return damage.of(file);
    }

    /** What the disk did, as a failure. */
    RuntimeException unreadable(IOException failure) {
        return failure instanceof ZipException
                ? new Damage("its structure is broken").of(file)
                : BackupException.notRead(file, failure);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw BackupException.notRead(file, e);
        }
    }
}

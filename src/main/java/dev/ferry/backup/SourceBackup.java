package dev.ferry.backup;

import dev.ferry.failure.UsageException;
import dev.ferry.ledger.SchemaVersion;
import dev.ferry.source.Section;
import dev.ferry.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the files that a source is read from, byte for byte, in an archive that any zip program unpacks. */
public final class SourceBackup {
    private SourceBackup() {}

    /**
     * Writes one.
     *
     * @param location the file or folder, as its user named it
     * @param moment part of the file's name
     * @throws UsageException where nothing of the source is there
     * @throws BackupException where the disk fails; nothing is left then
     */
    public static BackupFile write(
            String location,
            List<Section> sections,
            DatabaseBackup.Subject subject,
            BackupFolder folder,
            String moment) {
        List<Path> files = Sources.files(location, sections);
        if (files.isEmpty()) {
            throw new UsageException("there is nothing to read in the source " + location, "give a file or a folder");
        }
        try {
            folder.make();
            try (ArchiveWriter archive = ArchiveWriter.in(folder.path())) {
                List<ArchiveEntry> entries = new ArrayList<>();
                for (Path file : files) {
                    entries.add(archive.add(name(file), out -> {
                        Files.copy(file, out);
                        return 0;
                    }));
                }
                return archive.finish(
                        manifest(location, subject, entries),
                        BackupFolder.name(subject.profile(), "", "source", moment));
            }
        } catch (IOException e) {
            throw BackupException.notWritten(folder.path(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("no database was asked", e);
        }
    }

    private static String name(Path file) {
        String name = EntryName.ofFile(String.valueOf(file.getFileName()));
        if (!EntryName.isAllowed(name)) {
            throw new UsageException(
                    "the source's file " + file + " has a name that not every system can have", "rename it");
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no file " + file, "give a file or a folder");
        }
        return name;
    }

    private static Manifest manifest(String location, DatabaseBackup.Subject subject, List<ArchiveEntry> entries) {
        return new Manifest(
                Manifest.Kind.SOURCE,
                subject.ferryVersion(),
                subject.profile(),
                subject.profileVersion(),
                "",
                new SchemaVersion("", List.of()),
                location,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                entries);
    }
}

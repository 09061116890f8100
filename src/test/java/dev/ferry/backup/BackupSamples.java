package dev.ferry.backup;

import dev.ferry.backup.SavedTable.SavedColumn;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.SchemaVersion;
import dev.ferry.migration.BackupResult;
import dev.ferry.migration.RestorePlan;
import dev.ferry.migration.RestorePlan.TableRows;
import dev.ferry.migration.RestoreResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Backups as they would be told of. */
@NullMarked
public final class BackupSamples {
    private static final Path FILE = Path.of("backups", "courses-20261120T090000Z-00ff.ferry.zip");

    private BackupSamples() {}

    public static Manifest manifest() {
        return new Manifest(
                Manifest.Kind.DATABASE,
                "1.0",
                "courses",
                "1",
                "courses",
                new SchemaVersion("0123456789abcdef0123456789abcdef", List.of("001-tables", "002-index")),
                "PostgreSQL 17.2 at db.example.org:5432, database app",
                Instant.parse("2026-11-20T09:00:00Z"),
                Optional.of("first"),
                List.of(table("course_metadata", 1, 205), table("courses", 2, 75)),
                Optional.of(new ArchiveEntry("identities.jsonl", 0, 0, "cd".repeat(32))),
                List.of(new SavedSequence("courses_seq", 51, true)),
                List.of());
    }

    private static SavedTable table(String name, int number, long rows) {
        return new SavedTable(
                name,
                List.of(new SavedColumn("id", "bigint")),
                new ArchiveEntry(EntryName.ofTable(number, name), rows, rows * 10, "ab".repeat(32)));
    }

    public static BackupResult taken() {
        return new BackupResult(
                new BackupFile(FILE, 12_345, "ef".repeat(32), manifest()),
                List.of(Path.of("backups", "courses-20261101T090000Z-0001.ferry.zip")),
                845);
    }

    public static BackupResult ofSource() {
        Manifest manifest = new Manifest(
                Manifest.Kind.SOURCE,
                "1.0",
                "courses",
                "1",
                "",
                new SchemaVersion("", List.of()),
                "data",
                Instant.parse("2026-11-20T09:00:00Z"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(new ArchiveEntry("source/data.json", 0, 4_321, "ab".repeat(32))));
        return new BackupResult(
                new BackupFile(
                        Path.of("backups", "courses-source-20261120T090000Z-00ff.ferry.zip"),
                        1_234,
                        "ef".repeat(32),
                        manifest),
                List.of(),
                12);
    }

    public static BackupList list() {
        return new BackupList(
                Path.of("backups"),
                List.of(
                        new ListedBackup(FILE, 12_345, Optional.of(manifest()), Optional.empty()),
                        new ListedBackup(
                                Path.of("backups", "courses-source.ferry.zip"),
                                1_234,
                                Optional.of(ofSource().backup().manifest()),
                                Optional.empty()),
                        new ListedBackup(
                                Path.of("backups", "bad\u202E.ferry.zip"),
                                17,
                                Optional.empty(),
                                Optional.of("its manifest is missing"))));
    }

    public static RestorePlan plan() {
        return new RestorePlan(
                "embedded PostgreSQL in .ferry",
                "courses",
                taken().backup(),
                List.of(new TableRows("course_metadata", 205, 205), new TableRows("courses", 80, 75)));
    }

    public static RestoreResult restored() {
        return new RestoreResult(
                plan(),
                new RunId("20261121T023154Z-7f3a"),
                "courses-20261121T023154Z-7f3a",
                List.of(
                        new EntityCount("course_metadata", 205, 0, 205, 0, 0, 0, 205, 0, 0),
                        new EntityCount("courses", 75, 0, 75, 0, 75, 0, 0, 0, 80)),
                845);
    }
}

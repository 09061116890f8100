package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups as their user sees them. */
class EndToEndBackupTest {
    private static final String SAMPLES =
            Path.of("samples/courses").toAbsolutePath().toString();

    @TempDir
    Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void rows() {
        ferry = new EndToEndCommandLine(folder);
        assertThat(ferry.run("migrate", "-p", "courses", SAMPLES, "--tag", "first")
                        .code()
                        .status())
                .isZero();
    }

    @Test
    void what_was_saved_is_restored_and_taken_back_again() throws IOException {
        var saved = dump();
        Ended backup = ferry.run("backup", "-p", "courses");
        assertThat(backup.code().status()).isZero();
        assertThat(backup.err()).startsWith("Target: ").endsWith(", schema courses\n");
        Path file = onlyBackup();
        assertThat(backup.out()).contains("course_metadata     4", "Saved: " + file + ", ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        DatabaseDump.execute(
                ferry.database,
                "DELETE FROM courses.courses; UPDATE courses.course_metadata SET "
                        + "last_period_gathered = 'changed'");
        var changed = dump();
        Ended unconfirmed = ferry.run("restore", file.toString());
        assertThat(unconfirmed.code().status()).isEqualTo(8);
        assertThat(unconfirmed.err())
                .contains("Target: ", "  table            rows now  in the backup\n", "tag first")
                .contains("a restore is not done without a yes");
        assertThat(dump()).isEqualTo(changed);
        Ended plan = ferry.run("restore", file.toString(), "--dry-run");
        assertThat(plan.code().status()).isZero();
        assertThat(plan.out()).contains("  courses                 0              4\n");
        assertThat(dump()).isEqualTo(changed);

        Ended restored = ferry.run("restore", file.toString(), "--yes");
        assertThat(restored.code().status()).isZero();
        assertThat(restored.out()).contains("Restored: 8 rows put in, 4 taken out, as run ");
        assertThat(dump()).isEqualTo(saved);
        assertThat(ferry.run("rollback", "-p", "courses", "--yes").code().status())
                .isZero();
        assertThat(dump()).isEqualTo(changed);
        assertThat(ferry.run("rollback", "--backup", file.toString(), "--confirm")
                        .code()
                        .status())
                .isZero();
        assertThat(dump()).isEqualTo(saved);
        assertThat(ferry.run("status", "-p", "courses").out()).contains("ROLLED_BACK", "COMPLETED");
    }

    @Test
    void a_byte_that_is_flipped_is_refused_before_a_row_is_touched() throws IOException {
        ferry.run("backup", "-p", "courses");
        Path file = onlyBackup();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        DatabaseDump.execute(ferry.database, "DELETE FROM courses.courses");
        var before = dump();
        for (List<String> words : List.of(
                List.of("restore", file.toString(), "--yes"),
                List.of("rollback", "--backup", file.toString(), "--yes"))) {
            Ended ended = ferry.run(words.toArray(String[]::new));
            assertThat(ended.code().status()).isEqualTo(8);
            assertThat(ended.err()).contains("is damaged or was edited");
        }
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void a_migration_that_may_change_rows_saves_them_and_says_where() throws IOException {
        Ended update = ferry.run("migrate", "-p", "courses", SAMPLES, "--on-conflict", "update");
        Path first = onlyBackup();
        assertThat(update.err()).contains("Backup: " + first + "\n");
        assertThat(update.out()).contains("backup: " + first + "\n");
        Ended truncate = ferry.run("migrate", "-p", "courses", SAMPLES, "--truncate", "--keep-backups", "1", "--json");
        Path second = onlyBackup();
        assertThat(second).isNotEqualTo(first);
        assertThat(truncate.out()).contains("\"backup\":\"" + second + "\"");
        Files.delete(second);

        for (List<String> more :
                List.of(List.of("--truncate", "--no-backup"), List.of("--on-conflict", "skip"), List.of("--dry-run"))) {
            List<String> words = Stream.concat(Stream.of("migrate", "-p", "courses", SAMPLES, "--json"), more.stream())
                    .toList();
            Ended ended = ferry.run(words.toArray(String[]::new));
            assertThat(ended.code().status()).isZero();
            assertThat(ended.out()).contains("\"backup\":null");
        }
        assertThat(backups()).isEmpty();
        Ended asked = ferry.run("migrate", "-p", "courses", SAMPLES, "--backup", "--output-dir", "elsewhere");
        assertThat(asked.out()).contains("backup: " + folder.resolve("elsewhere"));
        assertThat(ferry.run("migrate", "-p", "courses", SAMPLES, "--backup", "--no-backup")
                        .code()
                        .status())
                .isEqualTo(2);
    }

    @Test
    void the_list_shows_what_is_there_damaged_ones_as_damaged() throws IOException {
        assertThat(ferry.run("backup", "--list").out()).startsWith("No backup in ");
        ferry.run("backup", "-p", "courses");
        Files.writeString(folder.resolve("backups/broken.ferry.zip"), "nonsense");
        Ended list = ferry.run("backup", "--list");
        assertThat(list.code().status()).isZero();
        assertThat(list.out())
                .contains("courses  courses     8", "  first  ")
                .contains("damaged: " + folder.resolve("backups/broken.ferry.zip") + ": its structure is broken\n");
        assertThat(ferry.run("backup", "--list", "-p", "apps", "--json").out())
                .contains("\"status\":\"LISTED\"", "broken.ferry.zip")
                .doesNotContain("\"profile\":\"courses\"");
    }

    @Test
    void the_files_of_a_source_are_saved_byte_for_byte() throws Exception {
        Ended ended = ferry.run("backup", "-p", "courses", SAMPLES, "--source-only");
        assertThat(ended.code().status()).isZero();
        assertThat(ended.out()).contains("source/data.json", "source/metadata.json");
        Path file = onlyBackup();
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry("source/data.json"))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(Path.of(SAMPLES, "data.json")));
        }
        Ended restore = ferry.run("restore", file.toString(), "--yes");
        assertThat(restore.code().status()).isEqualTo(8);
        assertThat(restore.err()).contains("holds the files of a source", "unzip " + file + " 'source/*'");
        assertThat(ferry.run("backup", "-p", "courses", "--source-only").code().status())
                .isEqualTo(2);
        assertThat(ferry.run("backup", "-p", "courses", ferry.database, "--source-only")
                        .err())
                .contains("a source that is a database has no files to save");
        assertThat(ferry.run("backup", "-p", "courses", SAMPLES).err()).contains("Add --source-only");
    }

    @Test
    void mistakes_are_told_and_change_nothing() {
        assertThat(ferry.run("restore", "--yes").code().status()).isEqualTo(2);
        assertThat(ferry.run("restore", "none.ferry.zip", "--yes").code().status())
                .isEqualTo(2);
        assertThat(ferry.run("backup", "-p", "courses", "--keep-backups", "0")
                        .code()
                        .status())
                .isEqualTo(2);
        assertThat(ferry.run("backup", "--list", "--source-only").code().status())
                .isEqualTo(2);
        assertThat(ferry.run("rollback", "--backup", "x", "--tag", "first")
                        .code()
                        .status())
                .isEqualTo(2);
        assertThat(ferry.run("rollback", "--backup", "x", "--on-drift", "keep")
                        .code()
                        .status())
                .isEqualTo(2);
    }

    @Test
    void a_backup_goes_into_another_schema_where_that_is_asked_for() throws IOException {
        ferry.run("backup", "-p", "courses");
        Path file = onlyBackup();
        Ended wrong = ferry.run("restore", file.toString(), "-p", "apps", "--yes");
        assertThat(wrong.code().status()).isEqualTo(8);
        assertThat(wrong.err()).contains("is of profile courses, not of apps");
        Ended restored = ferry.run("restore", file.toString(), "--schema", "copy", "--yes", "--json");
        assertThat(restored.code().status()).isZero();
        assertThat(restored.out()).contains("\"status\":\"RESTORED\"", "\"targetSchema\":\"copy\"");
        assertThat(DatabaseDump.of(ferry.database, "copy")).isEqualTo(dump());
    }

    private Map<String, List<String>> dump() {
        return DatabaseDump.of(ferry.database, "courses");
    }

    private Path onlyBackup() throws IOException {
        List<Path> backups = backups();
        assertThat(backups).hasSize(1);
        return backups.get(0);
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.toList();
        }
    }
}

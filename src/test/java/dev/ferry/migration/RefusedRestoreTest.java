package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ferry.backup.BackupFile;
import dev.ferry.backup.BackupFolder;
import dev.ferry.database.AdvisoryLock;
import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedRestoreTest {
    @TempDir
    Path folder;

    private final Profile profile = Profiles.named("courses");
    private BackupTrial trial;
    private BackupFile backup;

    @BeforeEach
    void a_backup_of_rows_that_have_changed_since() {
        trial = new BackupTrial(profile, folder);
        trial.migrate();
        backup = trial.backup();
        trial.execute("UPDATE courses.courses SET data = '{\"changed\": \"by hand\"}'");
    }

    @Test
    void a_backup_of_another_profile_is_refused() {
        assertRefused(backup.file(), Profiles.named("apps"), "is of profile courses, not of apps");
    }

    @Test
    void a_backup_of_another_schema_version_is_refused_and_both_are_named() {
        trial.execute(
                "INSERT INTO courses.databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                        + " VALUES ('later-change', 'me', 'other', now(), 999, 'EXECUTED')");
        String digest = backup.manifest().version().digest();
        assertRefused(backup.file(), profile, "has schema version " + digest + " (");
        assertRefused(backup.file(), profile, "the last later-change)");
    }

    @Test
    void a_table_with_other_columns_is_refused() {
        trial.execute("ALTER TABLE courses.courses ALTER COLUMN data TYPE json");
        assertRefused(backup.file(), profile, "table courses has other columns in the backup");
    }

    @Test
    void a_backup_of_a_source_is_refused_and_says_how_to_unpack_it() {
        BackupResult source =
                new Backup(profile, new BackupFolder(folder), OptionalInt.empty()).ofSource("samples/courses");
        assertThat(source.backup().manifest().files())
                .extracting(file -> file.name())
                .containsExactlyInAnyOrder("source/data.json", "source/metadata.json");
        assertRefused(source.backup().file(), profile, "holds the files of a source, no rows");
    }

    @Test
    void a_schema_that_another_run_holds_is_busy() throws SQLException {
        try (Connection other = trial.database().connect("other");
                AdvisoryLock lock = AdvisoryLock.acquire(other, "courses")) {
            assertThat(lock).isNotNull();
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> trial.restore(backup))
                    .satisfies(busy -> assertThat(busy.exitCode()).isEqualTo(ExitCode.BUSY));
        }
    }

    @Test
    void there_is_nothing_to_back_up_where_there_is_no_table_and_nothing_of_others() {
        BackupTrial empty = new BackupTrial(profile, folder.resolve("none"));
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(empty::backup)
                .withMessageContaining("schema courses has no table of profile courses");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> new Backup(Profiles.named("apps"), new BackupFolder(folder), OptionalInt.empty())
                        .of(trial.database(), "courses", MigrationListener.SILENT))
                .withMessageContaining("belongs to profile 'courses'");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private void assertRefused(Path file, Profile as, String reason) {
        var before = trial.dump();
        String runs = trial.value("SELECT count(*) FROM ferry.runs");
        assertThatExceptionOfType(RefusalException.class)
                .isThrownBy(() -> trial.restore(file, as))
                .withMessageContaining(reason);
        assertThat(trial.dump()).isEqualTo(before);
        assertThat(trial.value("SELECT count(*) FROM ferry.runs")).isEqualTo(runs);
    }
}

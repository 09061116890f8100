package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ferry.backup.BackupException;
import dev.ferry.backup.BackupFile;
import dev.ferry.backup.BackupFolder;
import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.BackupOptions.When;
import dev.ferry.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutomaticBackupTest {
    @TempDir
    Path parent;

    private BackupTrial trial;

    @BeforeEach
    void trial() {
        trial = new BackupTrial(Profiles.named("courses"), parent.resolve("backups"));
    }

    @Test
    void an_update_saves_the_rows_that_it_meets_before_it_changes_them() {
        trial.migrate();
        trial.execute("UPDATE courses.courses SET data = '{\"changed\": \"by hand\"}'");
        var before = trial.dump();
        MigrationResult result = migrate(When.ROWS_MAY_CHANGE, options -> options.withOnConflict(OnConflict.UPDATE));
        assertThat(trial.dump()).isNotEqualTo(before);
        BackupFile backup = result.summary().backup().orElseThrow();
        assertThat(backup.file().getFileName())
                .hasToString("courses-" + result.summary().run() + ".ferry.zip");

        trial.restore(backup);
        assertThat(trial.dump()).isEqualTo(before);
    }

    @Test
    void a_truncation_saves_them_too() {
        trial.migrate();
        Optional<BackupFile> backup = migrate(
                        When.ROWS_MAY_CHANGE, options -> options.withExistingRows(ExistingRows.TRUNCATED))
                .summary()
                .backup();
        assertThat(backup.orElseThrow().manifest().rows()).isPositive();
    }

    @Test
    void what_meets_no_rows_or_only_adds_some_saves_none_unless_it_is_told_to() {
        assertThat(migrate(When.ROWS_MAY_CHANGE, options -> options.withOnConflict(OnConflict.UPDATE))
                        .summary()
                        .backup())
                .isEmpty();
        assertThat(migrate(When.ROWS_MAY_CHANGE, options -> options).summary().backup())
                .isEmpty();
        assertThat(migrate(When.NEVER, options -> options.withExistingRows(ExistingRows.TRUNCATED))
                        .summary()
                        .backup())
                .isEmpty();
        assertThat(migrate(When.ALWAYS, options -> options.withMode(RunMode.REHEARSE))
                        .summary()
                        .backup())
                .isEmpty();
        assertThat(parent.resolve("backups")).doesNotExist();
        assertThat(migrate(When.ALWAYS, options -> options).summary().backup()).isPresent();
    }

    @Test
    void a_run_that_stopped_behind_its_backup_takes_another_where_it_goes_on() throws IOException {
        trial.migrate();
        trial.execute("UPDATE courses.courses SET data = '{\"changed\": \"by hand\"}'");
        UnaryOperator<MigrationOptions> update = options -> options.withOnConflict(OnConflict.UPDATE)
                .withBackup(
                        new BackupOptions(When.ROWS_MAY_CHANGE, new BackupFolder(trial.folder), OptionalInt.empty()));
        MigrationListener stopping = new MigrationListener() {
            @Override
            public void backedUp(BackupResult backup) {
                throw new DatabaseException(ExitCode.ENVIRONMENT, "the connection is gone", null, "08006", null);
            }
        };
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() ->
                        trial.migrate(options -> update.apply(options).withCommit(CommitPlan.batches(1)), stopping));
        // Somebody else writes in the meantime.
        trial.execute("UPDATE courses.courses SET data = '{\"changed\": \"again\"}'");
        var before = trial.dump();

        MigrationResult resumed = trial.migrate(options ->
                update.apply(options).withCommit(CommitPlan.batches(1).resumed()));
        assertThat(trial.dump()).isNotEqualTo(before);
        try (var files = Files.list(trial.folder)) {
            assertThat(files).hasSize(2);
        }
        trial.restore(resumed.summary().backup().orElseThrow());
        assertThat(trial.dump()).isEqualTo(before);
    }

    @Test
    void where_it_cannot_be_written_nothing_else_is_written_either() throws IOException {
        trial.migrate();
        trial.execute("UPDATE courses.courses SET data = '{\"changed\": \"by hand\"}'");
        var before = trial.dump();
        Files.createFile(parent.resolve("backups"));
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> migrate(When.ALWAYS, options -> options.withOnConflict(OnConflict.UPDATE)));
        assertThat(trial.dump()).isEqualTo(before);
        assertThat(trial.value("SELECT status FROM ferry.runs ORDER BY started_at DESC LIMIT 1"))
                .isEqualTo("FAILED");
        assertThat(BackupException.notWritten(parent, new IOException("No space left on device"))
                        .exitCode()
                        .status())
                .isEqualTo(6);
    }

    @Test
    void older_ones_go_beyond_the_number_that_is_kept() throws IOException {
        trial.migrate();
        for (int i = 0; i < 3; i++) {
            trial.backup(OptionalInt.of(2));
        }
        try (var files = Files.list(trial.folder)) {
            assertThat(files).hasSize(2);
        }
    }

    private MigrationResult migrate(When when, UnaryOperator<MigrationOptions> change) {
        BackupOptions backup = new BackupOptions(when, new BackupFolder(trial.folder), OptionalInt.empty());
        return trial.migrate(options -> change.apply(options.withBackup(backup)));
    }
}

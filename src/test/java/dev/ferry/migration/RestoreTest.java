package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.backup.BackupFile;
import dev.ferry.ledger.EntityCount;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a backup and a restore keep, for every profile. */
@ParameterizedClass
@MethodSource("profiles")
class RestoreTest {
    @TempDir
    Path folder;

    private final Profile profile;

    RestoreTest(Profile profile) {
        this.profile = profile;
    }

    static List<Profile> profiles() {
        return Profiles.all();
    }

    @Test
    void a_restore_brings_the_rows_back_a_second_one_writes_nothing_and_a_rollback_takes_it_back() {
        BackupTrial trial = new BackupTrial(profile, folder);
        trial.migrate();
        var saved = trial.dump();
        BackupFile backup = trial.backup();
        assertThat(backup.manifest().tag())
                .hasValueSatisfying(tag -> assertThat(tag).startsWith(profile.name()));
        emptyTables(trial);
        var emptied = trial.dump();
        assertThat(emptied).isNotEqualTo(saved);

        RestoreResult result = trial.restore(backup);
        assertThat(trial.dump()).isEqualTo(saved);
        assertThat(inserted(result)).isEqualTo(backup.manifest().rows()).isPositive();
        assertThat(trial.value(
                        "SELECT status || ' ' || source_sha256 FROM ferry.runs WHERE run_id = '" + result.run() + "'"))
                .isEqualTo("COMPLETED " + backup.sha256());

        RestoreResult second = trial.restore(backup);
        assertThat(second.entities())
                .allSatisfy(
                        table -> assertThat(table.inserted() + table.deleted()).isZero());
        assertThat(trial.value("SELECT count(*) FROM ferry.run_batches WHERE run_id = '" + second.run() + "'"))
                .isEqualTo("0");

        trial.rollback();
        assertThat(trial.dump()).isEqualTo(saved);
        trial.rollback();
        assertThat(trial.dump()).isEqualTo(emptied);
        assertThat(trial.value("SELECT count(*) FROM ferry.identities WHERE run_id = '" + result.run() + "'"))
                .isEqualTo("0");
    }

    @Test
    void in_an_empty_database_the_next_migration_finds_every_row_again() {
        BackupTrial trial = new BackupTrial(profile, folder);
        trial.migrate();
        BackupFile backup = trial.backup();
        BackupTrial empty = trial.elsewhere();

        empty.restore(backup);
        assertThat(empty.dump()).isEqualTo(trial.dump());
        assertThat(empty.backup().manifest().tables())
                .isEqualTo(backup.manifest().tables());
        backup.manifest()
                .sequences()
                .forEach(sequence -> assertThat(empty.value(
                                "SELECT last_value || ' ' || is_called FROM " + profile.name() + "." + sequence.name()))
                        .isEqualTo(sequence.lastValue() + " " + sequence.called()));

        MigrationResult again = empty.migrate();
        assertThat(again.summary().entities())
                .allSatisfy(
                        table -> assertThat(table.inserted()).as(table.entity()).isZero());
        assertThat(empty.dump()).isEqualTo(trial.dump());
    }

    private void emptyTables(BackupTrial trial) {
        List<String> tables = new ArrayList<>(
                Step.tables(profile.steps()).stream().map(Table::name).toList());
        Collections.reverse(tables);
        tables.forEach(table -> trial.execute("DELETE FROM " + profile.name() + "." + table));
    }

    private static long inserted(RestoreResult result) {
        return result.entities().stream().mapToLong(EntityCount::inserted).sum();
    }
}

package dev.ferry.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.failure.ExitCode;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.migration.CommitPlan;
import dev.ferry.migration.Migration;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.OnConflict;
import dev.ferry.migration.Rollback;
import dev.ferry.migration.RollbackRequest;
import dev.ferry.migration.RunMode;
import dev.ferry.source.Section;
import dev.ferry.validate.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every profile keeps; a new one is tested by being there. */
@NullMarked
@ParameterizedClass
@MethodSource("profiles")
class ProfileContractTest {
    private final Profile profile;
    private final Path samples;
    private final String url = TestPostgres.newDatabase();

    ProfileContractTest(Profile profile) {
        this.profile = profile;
        this.samples = Path.of("samples", profile.name());
    }

    static List<Profile> profiles() {
        return Profiles.all();
    }

    @Test
    void it_is_found_by_its_name_in_four_places() {
        String name = profile.name();
        assertThat(Path.of("src/main/java/dev/ferry/profile", name)).isDirectory();
        assertThat(Path.of("liquibase", name, "changelog.yaml")).isRegularFile();
        assertThat(samples).isDirectory();
        assertThat(profile.getClass().getPackageName()).isEqualTo("dev.ferry.profile." + name);
    }

    @Test
    void its_steps_refer_only_backwards() {
        Set<Class<?>> filled = new HashSet<>();
        for (Step step : profile.steps()) {
            if (step instanceof EntityStep<?, ?> entityStep) {
                assertThat(filled)
                        .containsAll(entityStep.parents().stream()
                                .<Class<?>>map(Parent::entity)
                                .toList());
            }
            filled.add(step.table().entity());
            assertThat(profile.sections()).containsAll(step.sections());
        }
        assertThat(filled).containsExactlyInAnyOrderElementsOf(profile.entities());
    }

    @Test
    void it_binds_each_section_to_one_dto() {
        Map<Section, Class<?>> dtos = new HashMap<>();
        profile.steps().stream()
                .flatMap(step -> step.readings().stream())
                .forEach(reading -> assertThat(dtos.computeIfAbsent(reading.section(), any -> reading.dto()))
                        .isEqualTo(reading.dto()));
        assertThat(dtos.keySet()).containsExactlyInAnyOrderElementsOf(profile.sections());
    }

    @Test
    void its_sample_has_no_violation() {
        MigrationResult result = validate(samples);
        assertThat(result.summary().report().listed()).isEmpty();
        assertThat(result.summary().report().warnings())
                .extracting(warning ->
                        warning.entity() + " " + warning.rule() + " " + warning.field() + " " + warning.count())
                .containsExactlyElementsOf(expectedWarnings());
        assertThat(total(result, EntityCount::valid)).isPositive();
    }

    /** A sample that shows what becomes of doubtful records says which warnings belong to that. */
    private List<String> expectedWarnings() {
        Path expected = samples.resolve("expected-warnings.txt");
        try {
            return Files.exists(expected) ? Files.readAllLines(expected) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void its_samples_of_other_forms_have_no_violation_either() throws IOException {
        try (Stream<Path> folders = Files.list(samples)) {
            List<Path> others = folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.endsWith("broken"))
                    .toList();
            for (Path other : others) {
                MigrationResult result = validate(other);
                assertThat(result.summary().report().listed())
                        .as(other.toString())
                        .isEmpty();
                assertThat(total(result, EntityCount::valid)).isPositive();
            }
        }
    }

    @Test
    void its_broken_sample_reports_each_violation_exactly() throws IOException {
        MigrationResult result = validate(samples.resolve("broken"));
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        List<String> found = new ArrayList<>();
        for (Violation violation : result.summary().report().listed()) {
            found.add(Path.of(violation.position().file()).getFileName() + ":"
                    + violation.position().line() + ":" + violation.position().column() + " " + violation.entity() + " "
                    + violation.constraint() + " " + violation.position().pointer());
        }
        assertThat(found).containsExactlyElementsOf(Files.readAllLines(samples.resolve("broken/expected.txt")));
    }

    @Test
    void a_migration_writes_what_is_valid_and_a_second_one_nothing() {
        MigrationResult first = migrate(OnConflict.SKIP);
        assertThat(first.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(total(first, EntityCount::inserted)).isPositive();
        assertThat(rows()).isEqualTo(total(first, EntityCount::inserted));
        var before = DatabaseDump.of(url, profile.name());

        MigrationResult second = migrate(OnConflict.SKIP);
        assertThat(total(second, EntityCount::inserted)).isZero();
        // Figures are always brought up to date, so they are compared where other rows are skipped.
        assertThat(total(second, EntityCount::skipped) + total(second, EntityCount::unchanged))
                .isEqualTo(rows());
        MigrationResult third = migrate(OnConflict.UPDATE);
        assertThat(total(third, EntityCount::updated)).isZero();
        assertThat(total(third, EntityCount::unchanged)).isEqualTo(rows());
        assertThat(DatabaseDump.of(url, profile.name())).isEqualTo(before);
    }

    @Test
    void batches_leave_what_one_transaction_leaves_and_can_be_taken_back() {
        MigrationResult batches = run(MigrationOptions.of(profile, samples.toString())
                .withOnConflict(OnConflict.UPDATE)
                .withBatchSize(2)
                .withCommit(CommitPlan.batches(2)));
        assertThat(batches.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rows()).isEqualTo(total(batches, EntityCount::inserted));
        var before = DatabaseDump.of(url, profile.name());

        MigrationResult again = migrate(OnConflict.UPDATE);
        assertThat(total(again, EntityCount::unchanged)).isEqualTo(rows());
        assertThat(DatabaseDump.of(url, profile.name())).isEqualTo(before);

        // The reference data that the run needed went in before it, and goes out after it.
        rollback(new RollbackGoal.ToTag("empty"));
        assertThat(DatabaseDump.column(
                        url, "SELECT tablename FROM pg_tables WHERE schemaname = '" + profile.name() + "'"))
                .allMatch(table -> table.startsWith("databasechangelog"));
    }

    @Test
    void a_rehearsal_leaves_no_trace() {
        MigrationResult result =
                run(MigrationOptions.of(profile, samples.toString()).withMode(RunMode.REHEARSE));
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(total(result, EntityCount::inserted)).isPositive();
        assertThat(DatabaseDump.column(
                        url, "SELECT nspname FROM pg_namespace WHERE nspname = '" + profile.name() + "'"))
                .isEmpty();
    }

    @Test
    void a_rollback_leaves_the_database_as_it_was() {
        migrate(OnConflict.SKIP);
        rollback();
        assertThat(rows()).isZero();
    }

    @Test
    void an_update_changes_only_what_differs_and_its_rollback_brings_back_every_byte() {
        migrate(OnConflict.SKIP);
        long changed = changeOneValuePerTable();
        assertThat(changed).isPositive();
        var before = DatabaseDump.of(url, profile.name());

        MigrationResult update = migrate(OnConflict.UPDATE);
        assertThat(total(update, EntityCount::updated)).isEqualTo(changed);
        assertThat(total(update, EntityCount::unchanged)).isEqualTo(rows() - changed);
        assertThat(DatabaseDump.of(url, profile.name())).isNotEqualTo(before);

        rollback();
        assertThat(DatabaseDump.of(url, profile.name())).isEqualTo(before);
    }

    @Test
    void a_record_that_is_there_already_is_a_violation_where_that_is_asked() {
        migrate(OnConflict.SKIP);
        MigrationResult result = migrate(OnConflict.FAIL);
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(result.summary().report().listed())
                .isNotEmpty()
                // Records that need one which was rejected for it are rejected too.
                .allSatisfy(violation -> assertThat(violation.constraint()).isIn("conflict", "reference"))
                .first()
                .satisfies(violation -> assertThat(violation.constraint()).isEqualTo("conflict"));
    }

    /** The tables that are filled from a source. */
    private Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        profile.steps().stream()
                .filter(step -> !(step instanceof ReferenceStep<?>))
                .forEach(step -> tables.add(step.table().name()));
        return tables;
    }

    /** Sets one nullable column of one row to NULL in every table that has one; gives the number of tables. */
    private long changeOneValuePerTable() {
        long changed = 0;
        for (String name : tables()) {
            for (String column : nullableColumns(name)) {
                String table = profile.name() + "." + name;
                String row = "(SELECT ctid FROM " + table + " WHERE " + column + " IS NOT NULL LIMIT 1)";
                if (!DatabaseDump.column(url, row).isEmpty()) {
                    DatabaseDump.execute(url, "UPDATE " + table + " SET " + column + " = NULL WHERE ctid = " + row);
                    changed++;
                    break;
                }
            }
        }
        return changed;
    }

    private List<String> nullableColumns(String table) {
        return DatabaseDump.column(
                url,
                "SELECT quote_ident(c.column_name) FROM information_schema.columns c WHERE c.table_schema = '"
                        + profile.name() + "' AND c.table_name = '" + table + "' AND c.is_nullable = 'YES'"
                        + " AND c.column_name NOT IN ('created_at', 'updated_at') AND NOT EXISTS (SELECT 1 FROM"
                        + " information_schema.key_column_usage k WHERE k.table_schema = c.table_schema"
                        + " AND k.table_name = c.table_name AND k.column_name = c.column_name) ORDER BY 1");
    }

    private long rows() {
        return tables().stream()
                .mapToLong(table ->
                        Long.parseLong(DatabaseDump.value(url, "SELECT count(*) FROM " + profile.name() + "." + table)))
                .sum();
    }

    private MigrationResult validate(Path source) {
        MigrationOptions options =
                MigrationOptions.of(profile, source.toString()).withMode(RunMode.VALIDATE);
        return Migration.offline(options, MigrationListener.SILENT).run();
    }

    private MigrationResult migrate(OnConflict onConflict) {
        return run(MigrationOptions.of(profile, samples.toString()).withOnConflict(onConflict));
    }

    private MigrationResult run(MigrationOptions options) {
        return Migration.into(TestPostgres.at(url), options, MigrationListener.SILENT)
                .run();
    }

    private void rollback() {
        rollback(new RollbackGoal.NewestRun());
    }

    private void rollback(RollbackGoal goal) {
        RollbackRequest request = new RollbackRequest(profile, profile.name(), goal, DriftPolicy.ABORT);
        Rollback.in(TestPostgres.at(url), request).run();
    }

    private static long total(MigrationResult result, ToLongFunction<EntityCount> count) {
        return result.summary().entities().stream().mapToLong(count).sum();
    }
}

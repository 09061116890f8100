package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.profile.courses.CoursesProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that commit batch by batch: what others see of them, and what becomes of them where they stop. */
@NullMarked
class BatchCommitTest {
    private static final int COURSES = 40;
    private static final UnaryOperator<MigrationOptions> BATCHES =
            options -> options.withBatchSize(5).withCommit(CommitPlan.batches(3));
    private static final UnaryOperator<MigrationOptions> RESUMED =
            options -> options.withBatchSize(5).withCommit(CommitPlan.batches(3).resumed());

    @TempDir
    private Path folder;

    private Trial courses;

    @BeforeEach
    void source() {
        courses = new Trial(new CoursesProfile(), folder);
        write("Name");
    }

    private void write(String name) {
        courses.file(
                "metadata.json",
                IntStream.range(0, COURSES)
                        .mapToObj(i -> "\"AS.100.%03d\": {}".formatted(i))
                        .collect(Collectors.joining(",\n", "{", "}")));
        courses.file(
                "data.json",
                IntStream.range(0, COURSES)
                        .mapToObj(i -> "\"AS.100.%03d_FA23\": {\"course_name\": \"%s %d\"}".formatted(i, name, i))
                        .collect(Collectors.joining(",\n", "{", "}")));
    }

    @Test
    void batches_leave_the_rows_and_the_ledger_of_one_transaction() {
        assertThat(rows(courses.migrate(BATCHES))).containsExactly("course_metadata 40/0/0/0", "courses 40/0/0/0");
        assertThat(courses.column("SELECT status || ' ' || commit_mode || ' ' || (tag IS NOT NULL) FROM ferry.runs"))
                .containsExactly("COMPLETED BATCH true");
        assertThat(courses.column("SELECT step || ' ' || count(*) || ' ' || sum(inserted) FROM ferry.run_checkpoints"
                        + " GROUP BY step ORDER BY step"))
                .containsExactly("1 8 40", "2 8 40");
        assertThat(rows(courses.migrate(BATCHES))).containsExactly("course_metadata 0/0/0/40", "courses 0/0/0/40");

        courses.rollback();
        courses.rollback();
        assertThat(courses.dump().values()).allMatch(List::isEmpty);
        assertThat(courses.value("SELECT count(*) FROM ferry.run_checkpoints")).isEqualTo("0");
    }

    @Test
    void nothing_is_written_where_a_late_record_is_at_fault() {
        courses.file("data.json", "{\"AS.100.000_FA23\": {}, \"AS.999.999_FA23\": {}}");
        MigrationResult result = courses.migrate(BATCHES);
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(violations(result)).hasSize(1);
        assertThat(courses.dump().values()).allMatch(List::isEmpty);
        assertThat(courses.column("SELECT status FROM ferry.runs")).containsExactly("REJECTED");
        assertThatThrownBy(() -> courses.migrate(RESUMED)).hasMessageContaining("there is nothing to resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SKIP", "UPDATE", "FAIL"})
    void a_run_that_stopped_goes_on_where_it_stopped(String onConflict) {
        UnaryOperator<MigrationOptions> same = options -> options.withOnConflict(OnConflict.valueOf(onConflict));
        Trial whole = new Trial(new CoursesProfile(), folder);
        whole.migrate(options -> BATCHES.apply(same.apply(options)));

        stopAt("AS.100.023_FA23");
        assertThatThrownBy(() -> courses.migrate(options -> BATCHES.apply(same.apply(options))))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
                    assertThat(e.getMessage()).contains("batches are committed");
                    assertThat(e.advice().orElseThrow())
                            .contains("--commit batch --workers 3 --batch-size 5")
                            .contains("--resume")
                            .contains("ferry rollback -p courses --run ");
                });
        assertThat(courses.column("SELECT status FROM ferry.runs")).containsExactly("FAILED");
        long before = Long.parseLong(courses.value("SELECT count(*) FROM courses.courses"));
        assertThat(before).isBetween(15L, 35L);
        goOn();

        MigrationResult resumed = courses.migrate(options -> RESUMED.apply(same.apply(options)));
        assertThat(resumed.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rows(resumed)).containsExactly("course_metadata 40/0/0/0", "courses 40/0/0/0");
        assertThat(values(courses)).isEqualTo(values(whole));
        assertThat(courses.column("SELECT status FROM ferry.runs")).containsExactly("COMPLETED");
        courses.rollback();
        assertThat(courses.dump().values()).allMatch(List::isEmpty);
    }

    @Test
    void a_run_that_stopped_can_be_taken_back() {
        courses.migrate();
        Map<String, List<String>> before = courses.dump();
        write("Renamed");
        stopAt("AS.100.023_FA23", "UPDATE");
        assertThatThrownBy(() -> courses.migrate(options ->
                        BATCHES.apply(options).withOnConflict(OnConflict.UPDATE).withTag("broken")))
                .isInstanceOf(DatabaseException.class);
        assertThat(courses.dump()).isNotEqualTo(before);
        goOn();

        courses.rollback();
        assertThat(courses.dump()).isEqualTo(before);
        assertThat(courses.column("SELECT status FROM ferry.runs ORDER BY started_at"))
                .containsExactly("COMPLETED", "ROLLED_BACK");
        assertThatThrownBy(() -> courses.migrate(RESUMED)).hasMessageContaining("is complete");
    }

    @Test
    void a_source_that_changed_is_not_gone_on_with() {
        stopAt("AS.100.023_FA23");
        assertThatThrownBy(() -> courses.migrate(BATCHES)).isInstanceOf(DatabaseException.class);
        goOn();
        Map<String, List<String>> stopped = courses.dump();
        write("Other");
        assertThatThrownBy(() -> courses.migrate(RESUMED)).isInstanceOfSatisfying(FerryException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(e).hasMessageContaining("the source has changed");
        });
        assertThat(courses.dump()).isEqualTo(stopped);
        write("Name");
        assertThat(courses.migrate(RESUMED).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(courses.value("SELECT count(*) FROM courses.courses")).isEqualTo("40");
    }

    @Test
    void other_options_are_not_gone_on_with() {
        stopAt("AS.100.023_FA23");
        assertThatThrownBy(() -> courses.migrate(BATCHES)).isInstanceOf(DatabaseException.class);
        goOn();
        assertThatThrownBy(
                        () -> courses.migrate(options -> RESUMED.apply(options).withBatchSize(7)))
                .isInstanceOfSatisfying(FerryException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED);
                    assertThat(e.getMessage()).contains("batchSize=5").contains("batchSize=7");
                });
        assertThatThrownBy(
                        () -> courses.migrate(options -> RESUMED.apply(options).withTag("another")))
                .hasMessageContaining("has the tag");
    }

    @Test
    void a_run_over_emptied_tables_goes_on_without_emptying_them_again() {
        courses.migrate();
        Map<String, List<String>> before = courses.dump();
        write("Other");
        UnaryOperator<MigrationOptions> truncating = options -> options.withExistingRows(ExistingRows.TRUNCATED);
        stopAt("AS.100.023_FA23");
        assertThatThrownBy(() -> courses.migrate(options -> BATCHES.apply(truncating.apply(options))))
                .isInstanceOf(DatabaseException.class);
        goOn();
        MigrationResult resumed = courses.migrate(options -> RESUMED.apply(truncating.apply(options)));
        assertThat(rows(resumed)).containsExactly("course_metadata 40/0/0/0", "courses 40/0/0/0");
        assertThat(Trial.count(resumed, "courses").deleted()).isEqualTo(40);
        courses.rollback();
        assertThat(courses.dump()).isEqualTo(before);
    }

    @Test
    void what_only_the_database_knows_takes_every_batch_back() {
        courses.migrate();
        courses.rollback();
        courses.execute("ALTER TABLE courses.courses ADD CONSTRAINT odd CHECK (instance_key <> 'AS.100.033_FA23')");
        MigrationResult result = courses.migrate(BATCHES);
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(violations(result)).containsExactly("courses AS.100.033_FA23 target /AS.100.033_FA23");
        assertThat(courses.dump().values()).allMatch(List::isEmpty);
        assertThat(courses.column("SELECT status FROM ferry.runs ORDER BY started_at"))
                .containsExactly("ROLLED_BACK", "REJECTED");
        assertThat(courses.value("SELECT count(*) FROM courses.databasechangelog WHERE author = 'ferry'"))
                .isEqualTo("0");

        MigrationResult forced =
                courses.migrate(options -> BATCHES.apply(options).withOnRejected(OnRejected.WRITE_THE_REST));
        assertThat(forced.exitCode()).isEqualTo(ExitCode.PARTIAL);
        assertThat(rows(forced)).containsExactly("course_metadata 40/0/0/0", "courses 39/0/0/0");
        assertThat(courses.rollback(DriftPolicy.ABORT).drift()).isEmpty();
    }

    /** Lets the disk be full when a row is to be written. */
    private void stopAt(String key) {
        stopAt(key, "INSERT");
    }

    private void stopAt(String key, String event) {
        if (!courses.value("SELECT to_regclass('courses.courses') IS NOT NULL").equals("t")) {
            courses.migrate();
            courses.rollback();
            courses.execute("TRUNCATE ferry.runs CASCADE");
        }
        courses.execute(
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF NEW.instance_key = '" + key
                        + "' THEN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END IF; RETURN NEW; END$$");
        courses.execute("CREATE TRIGGER full_disk BEFORE " + event
                + " ON courses.courses FOR EACH ROW EXECUTE FUNCTION full_disk()");
    }

    private void goOn() {
        courses.execute("DROP FUNCTION full_disk CASCADE");
    }

    /** The rows without what the database fills. */
    private static Map<String, List<String>> values(Trial trial) {
        return Map.of(
                "courses", trial.column("SELECT instance_key || data FROM courses.courses ORDER BY 1"),
                "metadata", trial.column("SELECT course_code FROM courses.course_metadata ORDER BY 1"));
    }
}

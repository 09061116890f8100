package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.profile.courses.CoursesProfile;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes does not end a run that commits batch by batch. */
@NullMarked
class RetryTest {
    private static final int COURSES = 60;
    private static final UnaryOperator<MigrationOptions> BATCHES =
            options -> options.withBatchSize(5).withCommit(CommitPlan.batches(2));

    @TempDir
    private Path folder;

    private Trial courses;

    @BeforeEach
    void source() {
        courses =
                new Trial(new CoursesProfile(), folder).file("data.json", "{}").file("metadata.json", "{}");
        courses.migrate();
        courses.file(
                "metadata.json",
                IntStream.range(0, COURSES)
                        .mapToObj(i -> "\"AS.100.%03d\": {}".formatted(i))
                        .collect(Collectors.joining(",\n", "{", "}")));
        courses.execute("CREATE SEQUENCE attempts");
    }

    /** Sequences are not rolled back, so that a trigger knows how often it was called. */
    private void failsWith(String statement, int times) {
        courses.execute("CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
                + " IF NEW.course_code = 'AS.100.033' AND nextval('attempts') <= " + times + " THEN " + statement
                + " END IF; RETURN NEW; END$$");
        courses.execute("CREATE TRIGGER fails BEFORE INSERT ON courses.course_metadata"
                + " FOR EACH ROW EXECUTE FUNCTION fails()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001"})
    void a_deadlock_or_serialization_failure_is_tried_again(String state) {
        failsWith("RAISE EXCEPTION 'met another' USING ERRCODE = '" + state + "';", 3);
        assertThat(rows(courses.migrate(BATCHES))).containsExactly("course_metadata 60/0/0/0", "courses 0/0/0/0");
        assertThat(courses.value("SELECT count(*) FROM courses.course_metadata"))
                .isEqualTo("60");
        courses.rollback();
        assertThat(courses.value("SELECT count(*) FROM courses.course_metadata"))
                .isEqualTo("0");
    }

    @Test
    void one_that_does_not_pass_ends_the_run_after_some_attempts() {
        failsWith("RAISE EXCEPTION 'met another' USING ERRCODE = '40P01';", 1_000);
        assertThatThrownBy(() -> courses.migrate(BATCHES))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT));
        assertThat(courses.value("SELECT last_value FROM attempts")).isEqualTo(String.valueOf(Retries.MOST + 1));
    }

    @Test
    void a_writer_whose_connection_the_server_ends_connects_again() {
        failsWith("PERFORM pg_terminate_backend(pg_backend_pid());", 2);
        assertThat(rows(courses.migrate(BATCHES))).containsExactly("course_metadata 60/0/0/0", "courses 0/0/0/0");
        assertThat(courses.value("SELECT count(*) FROM courses.course_metadata"))
                .isEqualTo("60");
        assertThat(courses.value("SELECT count(*) FROM ferry.run_checkpoints WHERE inserted > 0"))
                .isEqualTo("12");
    }

    @Test
    void a_run_all_of_whose_connections_the_server_ends_has_its_lock_again() {
        AtomicInteger told = new AtomicInteger();
        MigrationListener ending = new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                // Once while everything is checked, and then while batches are written.
                if (told.incrementAndGet() == 20) {
                    courses.value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND application_name LIKE 'ferry migrate%'");
                }
            }
        };
        MigrationResult result = courses.migrate(courses.database(), BATCHES, ending);
        assertThat(rows(result)).containsExactly("course_metadata 60/0/0/0", "courses 0/0/0/0");
        assertThat(courses.value("SELECT count(*) FROM courses.course_metadata"))
                .isEqualTo("60");
        assertThat(told.get()).isGreaterThan(20);
    }

    @Test
    void a_run_that_another_one_overtook_stops() {
        AtomicInteger told = new AtomicInteger();
        MigrationListener overtaking = new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                if (told.incrementAndGet() == 20) {
                    courses.execute("UPDATE ferry.runs SET status = 'ROLLED_BACK' WHERE status = 'RUNNING'");
                }
            }
        };
        assertThatThrownBy(() -> courses.migrate(courses.database(), BATCHES, overtaking))
                .hasMessageContaining("was ended or taken back by someone else");
    }

    @Test
    void more_rejected_records_than_allowed_end_a_run_that_would_write_the_rest() {
        courses.file(
                "metadata.json",
                IntStream.range(0, COURSES)
                        .mapToObj(i -> "\"AS.100.%03d\": {\"last_period_gathered\": %d}".formatted(i, i))
                        .collect(Collectors.joining(",\n", "{", "}")));
        for (CommitPlan plan : new CommitPlan[] {CommitPlan.ATOMIC, CommitPlan.batches(2)}) {
            MigrationResult result = courses.migrate(options -> options.withBatchSize(5)
                    .withCommit(plan)
                    .withOnRejected(OnRejected.WRITE_THE_REST)
                    .withMaxErrors(12));
            assertThat(result).isInstanceOf(MigrationResult.Rejected.class);
            assertThat(result.summary().report().violationCount()).isEqualTo(15);
            assertThat(result.summary().report().warnings())
                    .anySatisfy(warning -> assertThat(warning.message())
                            .startsWith("15 records are rejected so far, and at most 12 may be"));
        }
        assertThat(courses.migrate(options -> options.withMaxErrors(60).withOnRejected(OnRejected.WRITE_THE_REST))
                        .exitCode())
                .isEqualTo(ExitCode.PARTIAL);
    }
}

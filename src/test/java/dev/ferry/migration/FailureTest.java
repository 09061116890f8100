package dev.ferry.migration;

import static dev.ferry.migration.Trial.records;
import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.database.AdvisoryLock;
import dev.ferry.database.Database;
import dev.ferry.database.DatabaseException;
import dev.ferry.database.DatabaseUrl;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.profile.courses.CoursesProfile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a run where the database or its rights are not as they should be. */
@NullMarked
class FailureTest {
    @TempDir
    private Path folder;

    private Trial courses;

    @BeforeEach
    void schema() {
        courses = new Trial(new CoursesProfile(), folder)
                .file("metadata.json", "{}")
                .file("data.json", "{}");
        courses.migrate();
        courses.file("metadata.json", "{\"AS.100.100\": {}, \"AS.100.101\": {}, \"AS.100.102\": {}}")
                .file("data.json", "{\"AS.100.100_FA23\": {}, \"AS.100.101_FA23\": {}, \"AS.100.102_FA23\": {}}");
    }

    /** Whatever happened: once its cause is gone, the next run does everything, and its rollback takes everything back. */
    @AfterEach
    void the_next_run_works() {
        courses.execute("DROP TRIGGER IF EXISTS strange ON courses.courses");
        courses.execute("ALTER TABLE courses.courses DROP CONSTRAINT IF EXISTS strange");
        courses.execute("ALTER TABLE courses.course_metadata DROP CONSTRAINT IF EXISTS strange");
        var before = courses.dump();
        assertThat(courses.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(courses.value("SELECT count(*) FROM courses.courses")).isEqualTo("3");
        courses.rollback();
        assertThat(courses.dump()).isEqualTo(before);
    }

    private void nothingIsWritten() {
        assertThat(courses.dump().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    private String status() {
        return courses.value("SELECT status FROM ferry.runs ORDER BY started_at DESC LIMIT 1");
    }

    private static MigrationOptions force(MigrationOptions options) {
        return options.withOnRejected(OnRejected.WRITE_THE_REST);
    }

    // What the database does to rows

    @Test
    void a_trigger_that_leaves_updates_out_is_a_mismatch() {
        courses.migrate();
        var before = courses.dump();
        trigger("BEFORE UPDATE", "RETURN NULL;");
        courses.file("data.json", "{\"AS.100.100_FA23\": {\"course_name\": \"new\"}}");
        MigrationResult result = courses.migrate(options -> options.withOnConflict(OnConflict.UPDATE));
        assertThat(result.exitCode()).isEqualTo(ExitCode.MISMATCH);
        assertThat(courses.dump()).isEqualTo(before);
        restore();
    }

    private void trigger(String event, String body) {
        courses.execute("CREATE FUNCTION strange() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body + " END $$");
        courses.execute(
                "CREATE TRIGGER strange " + event + " ON courses.courses FOR EACH ROW EXECUTE FUNCTION strange()");
    }

    private void restore() {
        courses.file("data.json", "{\"AS.100.100_FA23\": {}, \"AS.100.101_FA23\": {}, \"AS.100.102_FA23\": {}}");
        courses.execute("DELETE FROM courses.courses; DELETE FROM courses.course_metadata");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void a_constraint_that_only_the_target_has_rejects_the_rows_meant_and_those_that_need_them(int batchSize) {
        courses.execute(
                "ALTER TABLE courses.course_metadata ADD CONSTRAINT strange CHECK" + " (course_code <> 'AS.100.100')");
        courses.execute("ALTER TABLE courses.courses ADD CONSTRAINT strange CHECK (instance_key NOT LIKE '%101%')");
        String[] expected = {
            "course_metadata AS.100.100 target /AS.100.100",
            "courses AS.100.100_FA23 reference /AS.100.100_FA23",
            "courses AS.100.101_FA23 target /AS.100.101_FA23"
        };
        MigrationResult nothing = courses.migrate(options -> options.withBatchSize(batchSize));
        assertThat(violations(nothing)).containsExactlyInAnyOrder(expected);
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.CONTENT);
        nothingIsWritten();

        MigrationResult rest = courses.migrate(options -> force(options).withBatchSize(batchSize));
        assertThat(violations(rest)).containsExactlyInAnyOrder(expected);
        assertThat(Trial.messages(rest))
                .anySatisfy(message -> assertThat(message).contains("strange").doesNotContain("Failing row"));
        assertThat(rest.exitCode()).isEqualTo(ExitCode.PARTIAL);
        assertThat(records(rest)).containsExactly("course_metadata 3/2/1", "courses 3/1/2");
        assertThat(rows(rest)).containsExactly("course_metadata 2/0/0/0", "courses 1/0/0/0");
        assertThat(courses.column("SELECT instance_key FROM courses.courses")).containsExactly("AS.100.102_FA23");
        courses.rollback();
        nothingIsWritten();
    }

    @Test
    void a_parent_that_is_deleted_meanwhile_is_found_where_no_foreign_key_would_notice() {
        courses.migrate();
        courses.execute("ALTER TABLE courses.courses DROP CONSTRAINT courses_course_code_fkey");
        courses.file("metadata.json", "{}").file("data.json", "{\"AS.100.100_FA24\": {}}");
        MigrationResult result = courses.migrate(courses.database(), options -> options, new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                courses.execute("DELETE FROM courses.course_metadata WHERE course_code = 'AS.100.100'");
            }
        });
        assertThat(result)
                .isInstanceOfSatisfying(
                        MigrationResult.Mismatched.class,
                        mismatched -> assertThat(mismatched.differences())
                                .containsExactly(
                                        "courses: 1 rows name a row of course_metadata in course_code that is not there"));
        courses.file("metadata.json", "{\"AS.100.100\": {}, \"AS.100.101\": {}, \"AS.100.102\": {}}");
        restore();
    }

    // Environment

    @ParameterizedTest
    @ValueSource(strings = {"lock_timeout", "statement_timeout"})
    void a_lock_that_is_not_had_in_time_ends_the_run(String setting) throws SQLException {
        try (Connection other = DriverManager.getConnection(courses.url);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE courses.courses IN EXCLUSIVE MODE");
            fails(ExitCode.ENVIRONMENT, courses.database("options=-c%20" + setting + "%3D200ms"), options -> options);
        }
        assertThat(status()).isEqualTo("FAILED");
        nothingIsWritten();
    }

    @Test
    void the_time_of_a_run_ends_a_statement_that_hangs() throws SQLException {
        try (Connection other = DriverManager.getConnection(courses.url);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE courses.courses IN EXCLUSIVE MODE");
            FerryException failure = fails(
                    ExitCode.ENVIRONMENT, courses.database(), options -> options.withTimeout(Duration.ofMillis(1_500)));
            assertThat(failure.advice().orElseThrow()).contains("--timeout");
        }
        assertThat(status()).isEqualTo("FAILED");
        nothingIsWritten();
    }

    @Test
    void a_run_without_time_ends_before_it_writes() {
        FerryException failure =
                fails(ExitCode.ENVIRONMENT, courses.database(), options -> options.withTimeout(Duration.ofNanos(1)));
        assertThat(failure).hasMessageContaining("took longer than");
        assertThat(status()).isEqualTo("FAILED");
        nothingIsWritten();
    }

    @Test
    void a_connection_that_is_lost_in_the_middle_leaves_nothing() {
        MigrationListener terminating = new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                courses.column("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state ="
                        + " 'idle in transaction' AND datname = current_database()");
            }
        };
        FerryException failure = catchThrowableOfType(
                FerryException.class,
                () -> courses.migrate(courses.database(), options -> options.withBatchSize(1), terminating));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        nothingIsWritten();
        assertThat(Status.read(courses.database(), List.of("courses"))
                        .runs()
                        .get(0)
                        .status()
                        .name())
                .isIn("FAILED", "INTERRUPTED");
    }

    @Test
    void a_listener_that_throws_leaves_nothing() {
        MigrationListener failing = new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                throw new IllegalStateException("in the middle");
            }
        };
        assertThatThrownBy(() -> courses.migrate(courses.database(), options -> options, failing))
                .isInstanceOf(IllegalStateException.class);
        assertThat(status()).isEqualTo("FAILED");
        nothingIsWritten();
    }

    @Test
    void a_second_run_at_the_same_moment_is_told_that_the_first_is_there() throws SQLException {
        try (Connection other = courses.database().connect("other")) {
            AdvisoryLock.acquire(other, "courses");
            fails(ExitCode.BUSY, courses.database(), options -> options);
            fails(ExitCode.BUSY, courses.database(), options -> options.withMode(RunMode.REHEARSE));
            assertThatThrownBy(courses::rollback)
                    .isInstanceOfSatisfying(
                            FerryException.class,
                            busy -> assertThat(busy.exitCode()).isEqualTo(ExitCode.BUSY));
        }
        nothingIsWritten();
    }

    // Usage

    @ParameterizedTest
    @ValueSource(strings = {"mine", "MINE", "schema-1"})
    void a_tag_that_is_taken_is_refused(String tag) {
        courses.file("data.json", "{}").file("metadata.json", "{}");
        courses.migrate(options -> options.withTag("mine"));
        for (RunMode mode : List.of(RunMode.MIGRATE, RunMode.REHEARSE)) {
            assertThatThrownBy(() ->
                            courses.migrate(options -> options.withTag(tag).withMode(mode)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining(tag);
        }
        courses.rollback();
        restore();
        courses.file("metadata.json", "{\"AS.100.100\": {}, \"AS.100.101\": {}, \"AS.100.102\": {}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "GRANT USAGE ON SCHEMA courses, ferry TO %1$s;"
                        + " GRANT SELECT ON ALL TABLES IN SCHEMA courses, ferry TO %1$s",
                "GRANT ALL ON SCHEMA courses, ferry TO %1$s;"
                        + " GRANT ALL ON ALL TABLES IN SCHEMA courses, ferry TO %1$s;"
                        + " ALTER ROLE %1$s SET default_transaction_read_only = on"
            })
    void a_user_who_may_only_read_is_told_so(String rights) {
        String user = courses.value("SELECT 'reader_' || current_database()");
        courses.execute("CREATE ROLE " + user + " LOGIN PASSWORD 'reader'; " + rights.formatted(user));
        Database reader = Database.at(DatabaseUrl.parse(
                courses.url.replaceFirst("user=[^&]*&password=.*", "user=" + user + "&password=reader")));
        fails(ExitCode.USAGE, reader, options -> options);
        nothingIsWritten();
        courses.execute("DROP OWNED BY " + user + "; DROP ROLE " + user);
    }

    private FerryException fails(ExitCode code, Database database, UnaryOperator<MigrationOptions> options) {
        FerryException failure = catchThrowableOfType(
                FerryException.class, () -> courses.migrate(database, options, MigrationListener.SILENT));
        assertThat(failure).isNotNull();
        assertThat(failure.exitCode()).as(failure.getMessage()).isEqualTo(code);
        assertThat(failure).isNotInstanceOf(IllegalStateException.class);
        if (code != ExitCode.USAGE) {
            assertThat(failure).isInstanceOf(DatabaseException.class);
        }
        return failure;
    }
}

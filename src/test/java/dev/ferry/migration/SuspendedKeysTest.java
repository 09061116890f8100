package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.courses.CoursesProfile;
import dev.ferry.write.WriterChoice;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Foreign keys of large first loads are dropped and made again, which shows only in their oids. */
@NullMarked
class SuspendedKeysTest {
    private static final int MANY = 600;
    private static final String KEYS =
            "FROM pg_constraint WHERE contype = 'f' AND conrelid = 'courses.courses'::regclass" + " ORDER BY conname";

    @TempDir
    private Path folder;

    private Trial courses;

    @BeforeEach
    void emptySchema() {
        courses = new Trial(new CoursesProfile(), folder);
        courses.file("metadata.json", "{}").file("data.json", "{}").migrate();
        courses.file("metadata.json", "{\"AS.100.101\": {}}");
        courses.file(
                "data.json",
                IntStream.range(0, MANY)
                        .mapToObj(i -> "\"AS.100.101." + i + "\": {}")
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private List<String> oids() {
        return courses.column("SELECT oid::text " + KEYS);
    }

    private List<String> definitions() {
        return courses.column("SELECT conname || ' ' || pg_get_constraintdef(oid) || convalidated || condeferrable || ("
                + "SELECT string_agg(tgenabled::text || tgtype, ',' ORDER BY tgtype, tgrelid) FROM pg_trigger"
                + " WHERE tgconstraint = pg_constraint.oid) " + KEYS);
    }

    private boolean areSuspended(UnaryOperator<MigrationOptions> change) {
        List<String> before = oids();
        List<String> definitions = definitions();
        assertThat(before).isNotEmpty();
        assertThat(rows(courses.migrate(change)))
                .containsExactly("course_metadata 1/0/0/0", "courses " + MANY + "/0/0/0");
        assertThat(definitions()).isEqualTo(definitions);
        return !oids().equals(before);
    }

    @Test
    void they_are_the_same_afterwards_and_are_kept_again() {
        assertThat(areSuspended(options -> options)).isTrue();

        courses.rollback();
        assertThat(courses.column("SELECT instance_key FROM courses.courses")).isEmpty();
        assertThat(areSuspended(options -> options)).isTrue();
    }

    @Test
    void the_jdbc_lane_and_a_rehearsal_leave_them_alone() {
        assertThat(areSuspended(options -> options.withWriter(WriterChoice.JDBC)))
                .isFalse();
        courses.rollback();
        List<String> before = oids();
        courses.migrate(options -> options.withMode(RunMode.REHEARSE));
        assertThat(oids()).isEqualTo(before);
    }

    @Test
    void tables_that_had_rows_are_read_by_others_until_the_commit() {
        courses.migrate();
        List<String> before = oids();
        assertThat(rows(courses.migrate(options -> options.withExistingRows(ExistingRows.TRUNCATED))))
                .hasSize(2);
        assertThat(oids()).isEqualTo(before);
    }

    @Test
    void nobody_is_waited_for() throws SQLException {
        try (Connection reader = DriverManager.getConnection(courses.url);
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT FROM courses.course_metadata");
            assertThat(areSuspended(options -> options)).isFalse();
        }
    }

    @Test
    void one_with_a_comment_is_not_touched_since_that_would_be_lost() throws SQLException {
        execute("COMMENT ON CONSTRAINT courses_course_code_fkey ON courses.courses IS 'mine'");
        assertThat(areSuspended(options -> options)).isFalse();
    }

    @Test
    void rows_that_only_the_key_refuses_end_the_run_and_nothing_is_kept() throws SQLException {
        execute("ALTER TABLE courses.course_metadata ADD COLUMN other text UNIQUE");
        execute(
                "ALTER TABLE courses.courses ADD FOREIGN KEY (instance_key) REFERENCES courses.course_metadata (other)");
        List<String> before = oids();

        MigrationResult result = courses.migrate();

        assertThat(result.exitCode()).isEqualTo(ExitCode.MISMATCH);
        assertThat(result)
                .isInstanceOfSatisfying(
                        MigrationResult.Mismatched.class,
                        mismatched -> assertThat(mismatched.differences())
                                .singleElement()
                                .asString()
                                .startsWith("courses: rows name one that is not there: ")
                                .contains("courses_instance_key_fkey"));
        assertThat(courses.column("SELECT course_code FROM courses.course_metadata"))
                .isEmpty();
        assertThat(oids()).isEqualTo(before);
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(courses.url);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

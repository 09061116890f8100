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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Foreign keys and indexes of large first loads are dropped and made again, which shows only in their oids. */
@NullMarked
class SuspendedKeysTest {
    private static final int MANY = 600;
    private static final String FOREIGN_KEY =
            "SELECT oid::text FROM pg_constraint WHERE conname = 'courses_course_code_fkey'";
    /** What a schema has of constraints, of what enforces them, and of indexes. */
    private static final String CATALOG = """
            SELECT concat_ws(' ', conrelid::regclass, conname, contype, pg_get_constraintdef(oid), convalidated, condeferrable,
                             conindid::regclass, (SELECT string_agg(tgenabled::text || tgtype, ',' ORDER BY tgtype, tgrelid)
                                                  FROM pg_trigger WHERE tgconstraint = pg_constraint.oid))
            FROM pg_constraint WHERE connamespace = 'courses'::regnamespace
            UNION ALL
            SELECT concat_ws(' ', pg_get_indexdef(indexrelid), indisunique, indisprimary, indisvalid, indisready, indimmediate)
            FROM pg_index JOIN pg_class t ON t.oid = indrelid WHERE t.relnamespace = 'courses'::regnamespace
            UNION ALL
            SELECT concat_ws(' ', attrelid::regclass, attname, attnotnull)
            FROM pg_attribute JOIN pg_class t ON t.oid = attrelid
            WHERE t.relnamespace = 'courses'::regnamespace AND t.relkind = 'r' AND attnum > 0
            ORDER BY 1
            """;

    @TempDir
    private Path folder;

    private Trial courses;

    @BeforeEach
    void emptySchema() {
        courses = new Trial(new CoursesProfile(), folder);
        courses.file("metadata.json", "{}").file("data.json", "{}").migrate();
        courses.file("metadata.json", each("\"AS.100.%d\": {}"));
        courses.file("data.json", each("\"AS.100.%d.1\": {}"));
    }

    private static String each(String member) {
        return IntStream.range(100, 100 + MANY).mapToObj(member::formatted).collect(Collectors.joining(",", "{", "}"));
    }

    private List<String> oids() {
        return courses.column(FOREIGN_KEY);
    }

    private String oid(String index) {
        return courses.column("SELECT 'courses." + index + "'::regclass::oid::text")
                .get(0);
    }

    /** Whether the foreign key was; that all is as before otherwise. */
    private boolean areSuspended(UnaryOperator<MigrationOptions> change) {
        List<String> before = oids();
        List<String> catalog = courses.column(CATALOG);
        assertThat(before).isNotEmpty();
        assertThat(rows(courses.migrate(change)))
                .containsExactly("course_metadata " + MANY + "/0/0/0", "courses " + MANY + "/0/0/0");
        assertThat(courses.column(CATALOG)).isEqualTo(catalog);
        return !oids().equals(before);
    }

    private boolean isSuspended(String index) {
        String before = oid(index);
        areSuspended(options -> options);
        return !oid(index).equals(before);
    }

    @Test
    void they_are_the_same_afterwards_and_are_kept_again() {
        List<String> indexes = List.of("course_metadata_pkey", "courses_pkey", "courses_course_code_idx");
        List<String> before = indexes.stream().map(this::oid).toList();
        assertThat(areSuspended(options -> options)).isTrue();
        assertThat(indexes.stream().map(this::oid)).doesNotContainAnyElementsOf(before);

        courses.rollback();
        assertThat(courses.column("SELECT instance_key FROM courses.courses")).isEmpty();
        assertThat(areSuspended(options -> options)).isTrue();
    }

    @Test
    void an_index_with_a_comment_is_not_touched_but_others_are() throws SQLException {
        execute("COMMENT ON INDEX courses.courses_course_code_idx IS 'mine'");
        String key = oid("courses_pkey");
        assertThat(isSuspended("courses_course_code_idx")).isFalse();
        assertThat(oid("courses_pkey")).isNotEqualTo(key);
    }

    @Test
    void an_index_stays_that_a_foreign_key_within_the_table_needs() throws SQLException {
        execute("ALTER TABLE courses.courses ADD COLUMN before varchar(255) REFERENCES courses.courses");
        String other = oid("courses_course_code_idx");
        assertThat(isSuspended("courses_pkey")).isFalse();
        assertThat(oid("courses_course_code_idx")).isNotEqualTo(other);
    }

    @Test
    void indexes_stay_that_a_trigger_may_need_for_each_row() throws SQLException {
        execute("CREATE FUNCTION courses.count() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM FROM courses.courses WHERE instance_key = NEW.instance_key; RETURN NEW; END'");
        execute(
                "CREATE TRIGGER counted BEFORE INSERT ON courses.courses FOR EACH ROW EXECUTE FUNCTION courses.count()");
        assertThat(isSuspended("courses_pkey")).isFalse();
    }

    @Test
    void indexes_stay_where_checks_wait_for_the_commit_which_forbid_to_make_any() throws SQLException {
        execute(
                "CREATE TABLE courses.codes AS SELECT ('AS.100.' || n)::varchar AS code FROM generate_series(100, 700) n");
        execute("ALTER TABLE courses.codes ADD PRIMARY KEY (code)");
        execute("ALTER TABLE courses.courses ADD FOREIGN KEY (course_code) REFERENCES courses.codes"
                + " DEFERRABLE INITIALLY DEFERRED");
        assertThat(isSuspended("courses_pkey")).isFalse();
    }

    @Test
    void where_a_view_needs_an_index_foreign_keys_are_suspended_alone() throws SQLException {
        execute(
                "CREATE VIEW courses.codes AS SELECT instance_key, course_code FROM courses.courses GROUP BY instance_key");
        String index = oid("courses_pkey");
        assertThat(areSuspended(options -> options)).isTrue();
        assertThat(oid("courses_pkey")).isEqualTo(index);
    }

    @Test
    void a_unique_index_of_which_the_source_is_not_checked_tells_its_records() throws SQLException {
        execute("CREATE UNIQUE INDEX mine ON courses.courses (course_code)");
        courses.file("data.json", each("\"AS.100.%d.1\": {}").replace("AS.100.105.1", "AS.100.106.2"));

        MigrationResult result = courses.migrate();

        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(result.summary().report().listed())
                .singleElement()
                .asString()
                .contains("AS.100.106.1", "mine");
    }

    @ParameterizedTest
    @EnumSource(Checks.class)
    void rows_that_only_an_index_refuses_end_the_run_and_nothing_is_kept(Checks checks) throws SQLException {
        execute("CREATE FUNCTION courses.same() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$BEGIN NEW.instance_key := 'one'; RETURN NEW; END$$");
        execute("CREATE TRIGGER same BEFORE INSERT ON courses.courses FOR EACH ROW"
                + " WHEN (NEW.instance_key LIKE '%.10_.1') EXECUTE FUNCTION courses.same()");
        List<String> catalog = courses.column(CATALOG);

        MigrationResult result = courses.migrate(options -> options.withChecks(checks));

        assertMismatch(result, "courses: rows have a key that others have: ", "courses_pkey");
        assertThat(courses.column(CATALOG)).isEqualTo(catalog);
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

        assertMismatch(result, "courses: rows name one that is not there: ", "courses_instance_key_fkey");
        assertThat(oids()).isEqualTo(before);
    }

    /** That the run ended for what is told so, and left nothing. */
    private void assertMismatch(MigrationResult result, String told, String constraint) {
        assertThat(result.exitCode()).isEqualTo(ExitCode.MISMATCH);
        assertThat(result)
                .isInstanceOfSatisfying(
                        MigrationResult.Mismatched.class,
                        mismatched -> assertThat(mismatched.differences())
                                .singleElement()
                                .asString()
                                .startsWith(told)
                                .contains(constraint));
        assertThat(courses.column("SELECT course_code FROM courses.course_metadata"))
                .isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(courses.url);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

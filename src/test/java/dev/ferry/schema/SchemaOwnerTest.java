package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.TestPostgres;
import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.TransactionLedger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaOwnerTest {
    @Test
    void the_courses_tables_are_those_of_the_contract() {
        Bench bench = new Bench(TestPostgres.newDatabase(), TestProfile.named("courses"), "courses");
        bench.owner.update();

        assertThat(columns(bench, "course_metadata"))
                .containsExactly(
                        "course_code character varying(255) NOT NULL",
                        "last_period_gathered character varying(10)",
                        "last_period_failed boolean DEFAULT false",
                        "relevant_periods jsonb",
                        "last_scrape_during_grace_period date",
                        "created_at timestamp with time zone DEFAULT now()",
                        "updated_at timestamp with time zone DEFAULT now()");
        assertThat(columns(bench, "courses"))
                .containsExactly(
                        "instance_key character varying(255) NOT NULL",
                        "course_code character varying(255)",
                        "data jsonb",
                        "created_at timestamp with time zone DEFAULT now()",
                        "updated_at timestamp with time zone DEFAULT now()");
        assertThat(bench.query(
                        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'courses'::regclass "
                                + "AND contype IN ('p', 'f') ORDER BY 1"))
                .containsExactly(
                        "FOREIGN KEY (course_code) REFERENCES course_metadata(course_code)",
                        "PRIMARY KEY (instance_key)");
        assertThat(bench.query("SELECT indexdef FROM pg_indexes WHERE indexname = 'courses_course_code_idx'"))
                .containsExactly("CREATE INDEX courses_course_code_idx ON courses.courses USING btree (course_code)");
    }

    @Test
    void updated_at_is_set_on_update_unless_the_statement_sets_it() {
        Bench bench = new Bench(TestPostgres.newDatabase(), TestProfile.named("courses"), "courses");
        bench.owner.update();
        bench.sql("INSERT INTO course_metadata (course_code, updated_at) "
                + "VALUES ('a', '2020-01-01'), ('b', '2020-01-01')");

        bench.sql("UPDATE course_metadata SET last_period_failed = true WHERE course_code = 'a'");
        bench.sql("UPDATE course_metadata SET updated_at = '2021-01-01' WHERE course_code = 'b'");

        assertThat(bench.query(
                        "SELECT updated_at > now() - interval '1 hour' FROM course_metadata WHERE course_code = 'a'"))
                .containsExactly("t");
        assertThat(bench.query("SELECT updated_at FROM course_metadata WHERE course_code = 'b'"))
                .containsExactly("2021-01-01 00:00:00+00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"public", "My Schema", "my schema", "COURSES", "we\"ird", "per%cent", "a_b", "select", "Ünïcode"
            })
    void any_schema_name_works_and_is_never_dropped(String schema) {
        Bench bench = new Bench(TestPostgres.newDatabase(), TestProfile.named("workshop"), schema);
        bench.owner.update();
        List<String> before = bench.dump();
        bench.owner.update();
        assertThat(bench.dump()).isEqualTo(before);

        bench.insertTools("T", "a");
        bench.rollback("T");
        assertThat(bench.dump()).isEqualTo(before);

        bench.rollback("empty");
        assertThat(bench.query("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"))
                .containsExactly("databasechangelog");
        bench.owner.update();
        assertThat(bench.query("SELECT count(*) FROM tool")).containsExactly("0");
        assertThat(bench.query("SELECT tag FROM databasechangelog WHERE tag IS NOT NULL ORDER BY orderexecuted"))
                .containsExactly("empty", "schema-1");
    }

    @Test
    void down_to_empty_and_up_again_gives_the_same_schema() {
        Bench bench = Bench.workshop();
        String structure = "SELECT attrelid::regclass || ' ' || attname || ' ' || atttypid::regtype FROM pg_attribute "
                + "JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = 'workshop'::regnamespace "
                + "AND attnum > 0 ORDER BY 1";
        List<String> before = bench.query(structure);
        bench.insertTools("T", "a");

        UndoResult result = bench.rollback("empty");

        assertThat(result.plan().changesets()).containsExactly("version-1", "tables");
        assertThat(result.plan().runs()).hasSize(1);
        assertThat(bench.query("SELECT to_regclass('tool')")).containsExactly("null");
        bench.owner.update();
        assertThat(bench.query(structure)).isEqualTo(before);
        assertThat(bench.rollback("schema-1").plan().isEmpty()).isTrue();
    }

    @Test
    void a_second_update_does_nothing_and_needs_no_rights_to_change_anything() {
        Bench bench = Bench.workshop();
        bench.sql(
                "CREATE ROLE reader_only LOGIN PASSWORD 'reader'",
                "GRANT USAGE ON SCHEMA ferry, workshop TO reader_only",
                "GRANT SELECT ON ALL TABLES IN SCHEMA ferry, workshop TO reader_only");
        Bench reader = new Bench(as("reader_only", bench.url), bench.profile, "workshop");

        reader.owner.update();

        bench.sql("DELETE FROM databasechangelog WHERE id = 'version-1'");
        assertThatThrownBy(reader.owner::update).isInstanceOf(DatabaseException.class);
        bench.owner.update();
        assertThat(bench.query("SELECT count(*) FROM databasechangelog WHERE id = 'version-1'"))
                .containsExactly("1");
    }

    @Test
    void missing_rights_are_told_with_the_servers_words_and_exit_code_2() {
        String url = TestPostgres.newDatabase();
        new Bench(url, TestProfile.named("workshop"), "public").sql("CREATE ROLE powerless LOGIN PASSWORD 'reader'");
        Bench bench = new Bench(as("powerless", url), TestProfile.named("workshop"), "workshop");

        assertThatThrownBy(bench.owner::update).isInstanceOfSatisfying(DatabaseException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(e.sqlState()).contains("42501");
            assertThat(e.getMessage()).contains("permission denied");
            assertThat(e.advice().orElseThrow())
                    .endsWith("GRANT CREATE ON DATABASE \"" + url.replaceAll(".*/|\\?.*", "") + "\" TO \"powerless\"");
        });
    }

    @Test
    void each_missing_right_is_told_as_the_grant_that_gives_it_until_none_is_missing() {
        Bench bench = Bench.workshop();
        bench.sql("DROP ROLE IF EXISTS app", "CREATE ROLE app LOGIN PASSWORD 'reader'");
        Bench app = new Bench(as("app", bench.url), bench.profile, "workshop");
        Supplier<String> firstGrant = () -> {
            DatabaseException denied = catchThrowableOfType(DatabaseException.class, () -> app.insertTools("T", "a"));
            assertThat(denied.exitCode()).isEqualTo(ExitCode.USAGE);
            return denied.advice().orElseThrow().replaceAll(".*(GRANT .* TO \"app\").*", "$1");
        };

        assertThat(firstGrant.get()).isEqualTo("GRANT USAGE ON SCHEMA \"ferry\" TO \"app\"");
        bench.sql(firstGrant.get());
        assertThat(firstGrant.get())
                .isEqualTo("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA \"ferry\", \"workshop\""
                        + " TO \"app\"");
        bench.sql(firstGrant.get(), "GRANT USAGE ON SCHEMA workshop TO app");
        app.insertTools("T", "a");

        assertThatThrownBy(() -> app.rollback("empty"))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.advice())
                                .contains(
                                        "connect as the owner of table part, or let an administrator change its owner"));
        assertThat(bench.query("SELECT name FROM tool")).containsExactly("a");
        bench.sql("DROP OWNED BY app", "DROP ROLE app");
    }

    @Test
    void a_rehearsal_on_an_empty_database_can_write_and_leaves_nothing() throws Exception {
        String url = TestPostgres.newDatabase();
        Bench bench = new Bench(url, TestProfile.named("workshop"), "workshop");
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            Bench.execute(connection, "SET search_path = pg_catalog");
            bench.owner.updateInside(connection);
            var run = bench.newRun();
            new RunLedger(bench.database, "workshop").startInside(connection, run);
            TransactionLedger ledger = new TransactionLedger(connection, run.id(), "workshop");
            Bench.execute(connection, "INSERT INTO workshop.tool (name) VALUES ('a')");
            ledger.inserted("tool", List.of("name"), Bench.keys("a"));
            ledger.complete("T", List.of(), "sha");
            assertThat(connection.getAutoCommit()).isFalse();
            try (var row = connection
                    .createStatement()
                    .executeQuery("SELECT current_setting('search_path'), "
                            + "current_setting('lock_timeout'), (SELECT count(*) FROM workshop.tool)")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("pg_catalog");
                assertThat(row.getString(2)).isEqualTo("0");
                assertThat(row.getInt(3)).isEqualTo(1);
            }
            connection.rollback();
        }
        assertThat(bench.query("SELECT nspname FROM pg_namespace WHERE nspname IN ('ferry', 'workshop')"))
                .isEmpty();
        bench.owner.update();
        assertThat(bench.query("SELECT count(*) FROM tool")).containsExactly("0");
    }

    @Test
    void profiles_live_side_by_side_and_each_has_its_own_tags() {
        Bench workshop = Bench.workshop();
        Bench courses = new Bench(workshop.url, TestProfile.named("courses"), "courses");
        courses.owner.update();
        workshop.insertTools("T", "a");
        courses.run("T", (connection, ledger) -> {
            Bench.execute(connection, "INSERT INTO course_metadata (course_code) VALUES ('AS.180.101')");
            ledger.inserted("course_metadata", List.of("course_code"), Bench.keys("AS.180.101"));
        });

        workshop.rollback("empty");

        assertThat(courses.query("SELECT course_code FROM course_metadata")).containsExactly("AS.180.101");
        courses.rollback("T");
        assertThat(courses.query("SELECT course_code FROM course_metadata")).isEmpty();
    }

    @Test
    void a_schema_belongs_to_one_profile_and_never_to_the_ledger() {
        Bench workshop = Bench.workshop();
        Bench courses = new Bench(workshop.url, TestProfile.named("courses"), "workshop");
        assertThatThrownBy(courses.owner::update)
                .isInstanceOf(UsageException.class)
                .hasMessage("schema 'workshop' belongs to profile 'workshop', not to 'courses'");
        assertThatThrownBy(() -> new Bench(workshop.url, TestProfile.named("courses"), "ferry"))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void a_ledger_of_a_newer_format_is_left_alone() {
        Bench bench = Bench.workshop();
        bench.sql("UPDATE ferry.ledger_format SET format = 6");
        assertThatThrownBy(bench.owner::update)
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("format 6, this Ferry knows up to 5");
    }

    @Test
    void a_process_that_updates_and_rolls_back_prints_nothing() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuietMain.class.getName(),
                        TestPostgres.newDatabase())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(printed).isEmpty();
    }

    private static String as(String user, String url) {
        return url.replaceAll("user=[^&]*", "user=" + user).replaceAll("password=[^&]*", "password=reader");
    }

    private static List<String> columns(Bench bench, String table) {
        return bench.query("SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || "
                + "CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END || "
                + "coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') FROM pg_attribute a "
                + "LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
                + "WHERE a.attrelid = '" + table + "'::regclass AND a.attnum > 0 ORDER BY a.attnum");
    }
}

package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database as the source, from the command line to the target's rows. */
@NullMarked
class EndToEndDatabaseSourceTest {
    private static final String TABLES = """
            CREATE TABLE users (user_id bigint, faceit_nickname text, language text, created_at timestamp,
                last_active_at timestamptz, total_requests int, subscription jsonb, badges text[]);
            INSERT INTO users VALUES
                (100200300, 'nordwind', 'ru', '2025-03-04 08:15:30.123456', '2025-11-19 21:04+03', 412,
                    '{"tier": "premium", "auto_renew": true}', '{a,b}'),
                (20, NULL, 'en', NULL, NULL, NULL, NULL, NULL);
            CREATE TABLE analytics (total_users int);
            """;

    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;
    private final String v1 = TestPostgres.newDatabase();

    @BeforeEach
    void commandLine() {
        ferry = new EndToEndCommandLine(folder);
    }

    private void v1(String sql) {
        DatabaseDump.execute(v1, sql);
    }

    private String server() {
        return v1.replaceFirst("jdbc:postgresql://([^/]+)/.*", "$1");
    }

    private String database() {
        return v1.replaceFirst(".*/(test_\\d+).*", "$1");
    }

    private String parts(String user, String password) {
        String[] address = server().split(":", 2);
        return "V1_DB_HOST=" + address[0] + "\nV1_DB_PORT=" + address[1] + "\nV1_DB_NAME=" + database()
                + "\nV1_DB_USER=" + user + "\nV1_DB_PASSWORD=" + password + "\n";
    }

    private String value(String sql) {
        return DatabaseDump.value(ferry.database, sql);
    }

    @Test
    void rows_arrive_once_and_the_ledger_names_the_database() {
        v1(TABLES);
        Ended first = ferry.run("migrate", "-p", "subscriptions", v1, "--source-zone", "+02:00", "--json");
        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
        assertThat(value("SELECT string_agg(concat_ws(' ', user_id, faceit_nickname, created_at AT TIME ZONE 'UTC',"
                        + " last_active_at AT TIME ZONE 'UTC', total_requests), ', ' ORDER BY user_id)"
                        + " FROM subscriptions.users"))
                .startsWith("20 ")
                .endsWith(", 100200300 nordwind 2025-03-04 06:15:30.123456 2025-11-19 18:04:00 412");
        assertThat(first.out()).contains("badges");
        assertThat(value("SELECT source FROM ferry.runs"))
                .isEqualTo("PostgreSQL at " + server() + ", database " + database() + ", user postgres");
        assertThat(value("SELECT length(source_sha256)::text FROM ferry.runs")).isEqualTo("64");
        Ended second = ferry.run("migrate", "-p", "subscriptions", "--source", v1, "--source-zone", "+02:00", "--json");
        assertThat(second.code()).isEqualTo(ExitCode.DONE);
        assertThat(second.out()).contains("\"inserted\":0").doesNotContain("\"inserted\":2");
    }

    @Test
    void a_violation_is_placed_by_table_and_identity() throws IOException {
        v1(TABLES + "UPDATE users SET language = 'much too long a word' WHERE user_id = 20");
        Ended ended = ferry.run(
                "validate",
                "-p",
                "subscriptions",
                v1,
                "--report",
                "r.md",
                "--report",
                "r.html",
                "--report",
                "r.sarif",
                "--report",
                "r.json",
                "--rejects",
                "rejects.jsonl");
        assertThat(ended.code()).isEqualTo(ExitCode.CONTENT);
        assertThat(ended.out())
                .contains("--> table \"users\", id 20, column \"language\"\n", "users '20' at /users/1/language")
                .doesNotContain("2 | language");
        assertThat(folder.resolve("r.md")).content().contains("table \"users\", id 20, column \"language\"");
        assertThat(folder.resolve("r.html")).content().contains("id 20, column");
        assertThat(folder.resolve("r.json"))
                .content()
                .containsPattern("\"file\" ?: ?\"table \\\\\"users\\\\\"\"")
                .containsPattern("\"line\" ?: ?2,\\s*\"column\" ?: ?1,\\s*\"pointer\" ?: ?\"/users/1/language\"");
        assertThat(folder.resolve("r.sarif"))
                .content()
                .contains("table%20%22users%22")
                .doesNotContain("startLine");
        assertThat(Files.readString(folder.resolve("rejects.jsonl"))).contains("much too long a word");
    }

    @Test
    void the_source_may_come_in_parts_and_a_file_on_the_command_line_is_stronger() {
        v1(TABLES);
        ferry.file(".env", parts("postgres", "postgres"));
        assertThat(ferry.run("validate", "-p", "subscriptions").code()).isEqualTo(ExitCode.DONE);
        ferry.file("users.json", "{\"users\": [{\"user_id\": -1}], \"analytics\": {}}");
        Ended file = ferry.run("validate", "-p", "subscriptions", "users.json");
        assertThat(file.code()).isEqualTo(ExitCode.CONTENT);
        ferry.file(".env", parts("postgres", "geheim") + "FERRY_SOURCE_URL=postgresql://u:geheim@elsewhere/db\n");
        Ended both = ferry.run("validate", "-p", "subscriptions");
        assertThat(both.code()).isEqualTo(ExitCode.USAGE);
        assertThat(both.err())
                .contains("FERRY_SOURCE_URL in .env:6 and V1_DB_* in .env contradict each other")
                .doesNotContain("geheim");
        ferry.file(".env", "FERRY_SOURCE_URL=users.json\n");
        assertThat(ferry.run("validate", "-p", "subscriptions").err())
                .contains("FERRY_SOURCE_URL in .env:1 must be postgresql://");
    }

    @Test
    void configured_names_find_tables_and_columns() {
        v1("CREATE SCHEMA old; CREATE TABLE old.people (nr bigint, \"nickName\" text); CREATE TABLE analytics ();"
                + "INSERT INTO old.people VALUES (7, 'seven')");
        ferry.file("ferry.properties", """
                # what V1 calls them
                tables.Users = old.people
                columns.users.userId = nr
                columns.users.faceit_nickname = \\
                    nickName
                """);
        Ended ended = ferry.run("migrate", "-p", "subscriptions", v1);
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DONE);
        assertThat(value("SELECT user_id || ' ' || faceit_nickname FROM subscriptions.users"))
                .isEqualTo("7 seven");
        assertThat(ferry.run("config", "show", "--origin").out())
                .contains(
                        "tables.Users=old.people   # tables.Users in ferry.properties:2",
                        "columns.users.faceit_nickname=nickName   # columns.users.faceit_nickname in ferry.properties:4");
        ferry.file("users.json", "{\"users\": [], \"analytics\": {}}");
        assertThat(ferry.run("validate", "-p", "subscriptions", "users.json").err())
                .contains("warning: columns.users.faceit_nickname in ferry.properties:4: tables.… and columns.… serve"
                        + " sources that are databases; not used");
    }

    @Test
    void names_for_what_the_profile_does_not_have_are_usage_errors() {
        ferry.file("ferry.properties", "\ntables.user=people\n");
        assertThat(ferry.run("validate", "-p", "subscriptions", v1).err())
                .contains("tables.user in ferry.properties:2: profile subscriptions has no entity 'user'; did you mean"
                        + " users?");
        ferry.file("ferry.properties", "columns.users.nickname=people\n");
        Ended field = ferry.run("validate", "-p", "subscriptions", v1);
        assertThat(field.code()).isEqualTo(ExitCode.USAGE);
        assertThat(field.err()).contains("columns.users.nickname in ferry.properties:1: users has no field 'nickname'");
        ferry.file("ferry.properties", "tables.users=people\n");
        assertThat(ferry.run("validate", "-p", "subscriptions", v1).err())
                .contains("the source has no table for section users: looked for people, there is no table at all");
    }

    @Test
    void a_missing_right_is_answered_with_the_grant_that_reading_needs() {
        v1(TABLES);
        String role = DatabaseDump.value(v1, "SELECT 'reader_' || current_database()");
        v1("CREATE ROLE " + role + " LOGIN PASSWORD 'Kanarienvogel'; GRANT USAGE ON SCHEMA public TO " + role);
        try {
            Ended ended = ferry.run(
                    "migrate",
                    "-p",
                    "subscriptions",
                    "postgresql://" + role + ":Kanarienvogel@" + server() + "/" + database());
            assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
            assertThat(ended.err())
                    .contains(
                            "table \"users\" of the source cannot be read: the user lacks a right: permission denied for table users")
                    .contains("GRANT SELECT ON ALL TABLES IN SCHEMA \"public\" TO \"" + role + "\"")
                    .doesNotContain("INSERT");
        } finally {
            v1("REVOKE USAGE ON SCHEMA public FROM " + role + "; DROP ROLE " + role);
        }
    }

    @Test
    void no_secret_of_the_source_is_shown_wherever_it_stands() throws IOException {
        v1(TABLES);
        String closed = "postgresql://someone:Kanarienvogel@localhost:1/v1?sslpassword=Kanarienvogel";
        ferry.file("ferry.properties", "source=" + closed + "\n");
        ferry.file("good.env", parts("postgres", "Kanarienvogel"));
        for (String words : Stream.of(
                        "migrate -p subscriptions -v",
                        "migrate -p subscriptions -v --json " + closed,
                        "migrate -p subscriptions -v --source " + closed,
                        "migrate -p subscriptions -v " + closed + " --source " + closed + "x",
                        "config show --origin",
                        "config show --json")
                .toList()) {
            Ended ended = ferry.run(words.split(" "));
            assertThat(ended.code()).as(words).isNotEqualTo(ExitCode.BUG);
            assertThat(ended.out() + ended.err() + ferry.log()).as(words).doesNotContain("Kanarienvogel");
        }
        Ended unreachable = ferry.run("migrate", "-p", "subscriptions");
        assertThat(unreachable.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(unreachable.err()).contains("the source cannot be opened: no server listens at localhost:1");
        Ended known = ferry.run("migrate", "-p", "subscriptions", "--env-file", "good.env", "-v", "--json");
        assertThat(known.out() + known.err() + ferry.log()).doesNotContain("Kanarienvogel");
    }

    @Test
    void status_of_a_profile_says_whether_its_source_can_be_reached() {
        ferry.file(".env", parts("postgres", "postgres"));
        assertThat(ferry.run("status", "-p", "subscriptions").err())
                .contains("Source: PostgreSQL")
                .contains(database() + ", user postgres, reachable");
        Ended closed = ferry.run("status", "-p", "subscriptions", "--source", "postgresql://u:geheim@localhost:1/v1");
        assertThat(closed.code()).isEqualTo(ExitCode.DONE);
        assertThat(closed.err())
                .contains("warning: the source cannot be opened: no server listens at localhost:1")
                .doesNotContain("geheim");
    }

    @Test
    void the_source_may_be_the_targets_own_database() {
        DatabaseDump.execute(ferry.database, TABLES);
        Ended ended = ferry.run("migrate", "-p", "subscriptions", ferry.database);
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DONE);
        assertThat(value("SELECT count(*)::text FROM subscriptions.users")).isEqualTo("2");
    }

    @Test
    void a_profile_of_keyed_sections_says_that_no_database_can_be_its_source() {
        Ended ended = ferry.run("validate", "-p", "courses", v1);
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("cannot be read from a database");
    }
}

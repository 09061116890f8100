package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source and target side by side, from real databases and files. */
@NullMarked
class EndToEndAnalyzeTest {
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

    @Test
    void columns_are_shown_with_the_fields_that_they_are_read_as_and_rows_are_compared() {
        v1("""
                CREATE TABLE users (user_id bigint, language varchar(10), badges text[]);
                INSERT INTO users VALUES (1, 'en', NULL), (2, NULL, NULL), (3, NULL, NULL);
                CREATE TABLE analytics (total_users int)""");
        ferry.file("users.json", "{\"users\": [{\"user_id\": 1}], \"analytics\": {}}");
        assertThat(ferry.run("migrate", "-p", "subscriptions", "users.json").code())
                .isEqualTo(ExitCode.DONE);
        Ended ended = ferry.run("analyze", "-p", "subscriptions", v1, "--compare-counts");
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DONE);
        assertThat(ended.out())
                .contains("""
                        Section users: 3 in table "users"
                          source    type               read as
                          user_id   bigint             user_id
                          language  character varying  language
                          badges    text[]             -
                          1 that no field reads; fields that the source does not have: faceit_player_id,""")
                .contains("Table users: 1 row\n  column", "faceit_nickname")
                .contains("""
                          entity              source  left out  target  difference
                          users                    3         0       1           2
                        """)
                .doesNotContain("Proposed");
    }

    @Test
    void names_that_differ_little_are_proposed_and_can_be_pasted() {
        v1("""
                CREATE SCHEMA old;
                CREATE TABLE old."User" ("userId" bigint, faceitnickname text, last_checked_matchid text, other text);
                INSERT INTO old."User" VALUES (7, 'seven', 'm');
                CREATE TABLE "Analytic" (n int)""");
        Ended ended = ferry.run("analyze", "-p", "subscriptions", v1);
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DONE);
        String heading = "Proposed for ferry.properties\n";
        String proposed = ended.out().substring(ended.out().indexOf(heading) + heading.length());
        assertThat(proposed.lines())
                .contains(
                        "tables.users=old.User",
                        "columns.users.user_id=userId",
                        "columns.users.faceit_nickname=faceitnickname",
                        "columns.users.last_checked_match_id=last_checked_matchid",
                        "tables.analytics=Analytic")
                .noneMatch(line -> line.endsWith("=other"));
        assertThat(ended.out()).contains("Section users: nothing in the source");
        assertThat(ended.out()).contains("which has none of the tables yet");
        ferry.file("ferry.properties", proposed);
        assertThat(ferry.run("migrate", "-p", "subscriptions", v1).code()).isEqualTo(ExitCode.DONE);
        assertThat(DatabaseDump.value(
                        ferry.database,
                        "SELECT user_id || faceit_nickname || last_checked_match_id FROM subscriptions.users"))
                .isEqualTo("7sevenm");
        assertThat(ferry.run("analyze", "-p", "subscriptions", v1).out())
                .contains("Section users: 1 in table \"old\".\"User\"")
                .doesNotContain("Proposed");
    }

    @Test
    void a_table_with_another_name_is_known_by_its_columns() {
        v1("""
                CREATE TABLE tbl_bot_people (user_id bigint, faceit_nickname text, language text, other text);
                CREATE TABLE tbl_other (user_id bigint, one text, two text, three text)""");
        assertThat(ferry.run("analyze", "-p", "subscriptions", v1).out())
                .contains("tables.users=tbl_bot_people")
                .doesNotContain("=tbl_other");
    }

    @Test
    void files_show_their_fields_with_the_kinds_of_their_values() {
        ferry.file(
                "users.json",
                "{\"users\": [{\"user_id\": 1, \"x\": [1]}, {\"user_id\": \"a\", \"x\": null, \"y\": {\"x\": 2}}],"
                        + " \"analytics\": {}}");
        Ended ended = ferry.run("analyze", "-p", "subscriptions", "users.json");
        assertThat(ended.out())
                .contains("Section users: 2 in users.json"
                        .replace("users.json", folder.resolve("users.json").toString()))
                .contains(
                        "  user_id  number, string  user_id\n  x        array, null     -\n  y        object          -\n");
    }

    @Test
    void nothing_is_written_and_an_unreachable_target_is_only_told_of() {
        v1("CREATE TABLE users (user_id bigint); CREATE TABLE analytics (n int)");
        ferry.run("analyze", "-p", "subscriptions", v1, "--compare-counts");
        assertThat(DatabaseDump.column(
                        ferry.database, "SELECT nspname FROM pg_namespace WHERE nspname IN ('ferry', 'subscriptions')"))
                .isEmpty();
        ferry.at("postgresql://localhost:1/none");
        Ended ended = ferry.run("analyze", "-p", "subscriptions", v1, "--json");
        assertThat(ended.code()).isEqualTo(ExitCode.DONE);
        assertThat(ended.out()).contains("cannot be read: no server listens at localhost:1", "\"tables\":[]");
    }

    @Test
    void reports_are_written_in_the_formats_that_can_hold_them() {
        v1("CREATE TABLE users (user_id bigint); CREATE TABLE analytics (n int)");
        for (String extension : List.of("html", "md", "txt", "json")) {
            Ended ended = ferry.run("analyze", "-p", "subscriptions", v1, "--report", "a." + extension);
            assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DONE);
            assertThat(folder.resolve("a." + extension)).content().contains("user_id", "bigint");
        }
        Ended sarif = ferry.run("analyze", "-p", "subscriptions", v1, "--report", "a.sarif");
        assertThat(sarif.code()).isEqualTo(ExitCode.USAGE);
        assertThat(sarif.err()).contains("an analysis cannot be written as SARIF");
    }
}

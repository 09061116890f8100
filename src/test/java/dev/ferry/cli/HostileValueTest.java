package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that a column, a reader or the next program would choke on, given to migrations from end to end. */
@NullMarked
class HostileValueTest {
    private static final String DIGITS = "9".repeat(10_000);

    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void commandLine() {
        ferry = new EndToEndCommandLine(folder);
    }

    @Test
    void a_value_of_the_wrong_type_or_range_is_a_violation_at_its_place() {
        Map<String, List<String>> wrong = Map.of(
                "total_requests", List.of("1.5", "1e999999", "2147483648", "-2147483649", DIGITS, "\"x\"", "{}", "[1]"),
                "user_id", List.of("9223372036854775808", "0", "-1", "1e99", "null", "true", "\"\""),
                "waiting_for_nickname", List.of("1", "\"maybe\"", "[]"),
                "created_at",
                        List.of("\"2025-02-30T00:00:00\"", "\"2025-01-01T25:00:00\"", "\"2016-12-31T23:59:60Z\"", "0"),
                "language",
                        List.of("\"" + "x".repeat(11) + "\"", "\"a\\u0000b\"", "\"\\ud83d\"", "\"\\udc00x\"", "[]"));
        wrong.forEach((field, values) -> values.forEach(value -> {
            String id = field.equals("user_id") ? "" : "\"user_id\": 1, ";
            Ended ended = subscriptions("{" + id + "\"" + field + "\": " + value + "}");
            assertThat(ended.code()).as(field + " " + value + ended.out()).isEqualTo(ExitCode.CONTENT);
            assertThat(ended.out()).contains("data.json:1:").contains(field);
            assertThat(ended.out()).hasSizeLessThan(4_000);
            HostileFileTest.assertSafe(ended);
        }));
        assertNothingWritten();
    }

    @Test
    void what_is_no_json_value_is_broken_syntax_even_with_force() {
        for (String value :
                List.of("NaN", "Infinity", "-Infinity", "-", "01", "0x10", "undefined", "'x'", "1,", "1 /*c*/")) {
            Ended ended = subscriptions("{\"user_id\": 1, \"total_requests\": " + value + "}", "--force");
            assertThat(ended.code()).as(value + ended.out()).isEqualTo(ExitCode.CONTENT);
            assertThat(ended.out()).contains("error[syntax]").contains("data.json:1:");
        }
        assertNothingWritten();
    }

    @Test
    void values_at_the_edge_are_kept_exactly() {
        Ended ended = subscriptions(
                "{\"user_id\": 9223372036854775807, \"total_requests\": -0, \"language\": \"🇬🇧\\\"'\\\\%s\","
                        + " \"faceit_nickname\": \"'); DROP TABLE users; --\", \"created_at\": \"0001-01-01T00:00:00Z\","
                        + " \"last_active_at\": \"9999-12-31T23:59:59.999999Z\"}");
        assertThat(ended.code()).as(ended.out()).isEqualTo(ExitCode.DONE);
        assertThat(DatabaseDump.column(ferry.database, """
                SELECT concat_ws('|', user_id, total_requests, language, faceit_nickname,
                                 created_at AT TIME ZONE 'UTC', last_active_at AT TIME ZONE 'UTC') FROM subscriptions.users
                """))
                .containsExactly(
                        "9223372036854775807|0|🇬🇧\"'\\%s|'); DROP TABLE users; --|0001-01-01 00:00:00|9999-12-31 23:59:59.999999");
    }

    @Test
    void a_local_time_that_a_zone_leaves_out_or_has_twice_and_a_distant_year_never_fail() {
        for (String time : List.of(
                "2025-03-30T02:30:00",
                "2025-10-26T02:30:00",
                "10000-01-01T00:00:00",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "999999999-01-01T00:00:00Z")) {
            Ended ended = subscriptions(
                    "{\"user_id\": 1, \"created_at\": \"" + time + "\"}",
                    "--source-zone",
                    "Europe/Berlin",
                    "--dry-run");
            assertThat(ended.code()).as(time + ended.out() + ended.err()).isIn(ExitCode.DONE, ExitCode.CONTENT);
            assertThat(ended.code() == ExitCode.CONTENT).isEqualTo(ended.out().contains("created_at"));
        }
    }

    @Test
    void a_payload_holds_any_number_and_name_but_nothing_that_jsonb_would_drop_or_refuse() {
        String good = "{\"__proto__\": {\"x\": 1}, \"constructor\": null, \"toString\": -0, \"\": 1e400,"
                + " \"n\": 1.10, \"big\": " + "7".repeat(900) + "}";
        Ended ended = courses(good);
        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(ExitCode.DONE);
        assertThat(DatabaseDump.value(
                        ferry.database, "SELECT data->>'n' || (data->'__proto__'->>'x') FROM courses.courses"))
                .isEqualTo("1.101");
        assertThat(DatabaseDump.value(ferry.database, "SELECT length(data->>'big') FROM courses.courses"))
                .isEqualTo("900");
        for (String bad : List.of(
                "{\"x\": 1, \"x\": 2}",
                "{\"x\": {\"y\": 1, \"\\u0079\": 2}}",
                "{\"x\": \"\\u0000\"}",
                "{\"\\u0000\": 1}",
                "{\"x\": \"\\ud800\"}",
                "{\"x\": " + DIGITS + "}",
                "{\"x\": 1e" + DIGITS + "}",
                "{\"x\": 1e999999}",
                "{\"x\": 1e-999999}",
                "[".repeat(100_000))) {
            Ended refused = courses(bad);
            assertThat(refused.code())
                    .as(bad.substring(0, Math.min(60, bad.length())) + refused.out() + refused.err())
                    .isEqualTo(ExitCode.CONTENT);
            assertThat(refused.out()).contains("data.json:1:").hasSizeLessThan(5_000);
        }
    }

    @Test
    void what_acts_on_a_reader_is_shown_as_escapes_in_every_report() throws Exception {
        String value = "\\u001b[2J\\u202e<script>alert(1)</script>|`=cmd()`\\u200b";
        Ended ended = subscriptions(
                "{\"user_id\": \"" + value + "\", \"" + value + "\": 1}",
                "--report",
                folder.resolve("r.html").toString(),
                "--report",
                folder.resolve("r.md").toString(),
                "--report",
                folder.resolve("r.sarif").toString(),
                "--report",
                folder.resolve("r.txt").toString());
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.CONTENT);
        assertThat(ended.out()).contains("\\u001b[2J\\u202e<script>").contains("\\u200b");
        HostileFileTest.assertSafe(ended);
        for (String name : List.of("r.html", "r.md", "r.sarif", "r.txt")) {
            String report = Files.readString(folder.resolve(name));
            assertThat(report).as(name).contains("alert(1)").doesNotContain("\u001b");
            // SARIF is for programs, which must find the value as it is.
            assertThat(report.contains("\u202e")).as(name).isEqualTo(name.endsWith(".sarif"));
        }
        assertThat(Files.readString(folder.resolve("r.html"))).doesNotContain("<script>alert");
    }

    private Ended subscriptions(String user, String... words) {
        ferry.file("data.json", "{\"users\": [" + user + "]}");
        return run("subscriptions", folder.resolve("data.json").toString(), words);
    }

    private Ended courses(String payload) {
        ferry.file("in/metadata.json", "{\"AS.100.100\": {}}")
                .file("in/data.json", "{\"AS.100.100_FA23\": " + payload + "}");
        return run("courses", folder.resolve("in").toString());
    }

    private Ended run(String profile, String source, String... words) {
        String[] all = new String[words.length + 4];
        System.arraycopy(new String[] {"migrate", "-p", profile, source}, 0, all, 0, 4);
        System.arraycopy(words, 0, all, 4, words.length);
        return ferry.run(all);
    }

    private void assertNothingWritten() {
        assertThat(DatabaseDump.of(ferry.database, "subscriptions").values()).allMatch(List::isEmpty);
    }
}

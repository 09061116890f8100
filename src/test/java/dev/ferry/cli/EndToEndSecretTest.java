package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No password leaves the process, and no value of a row enters the log. */
@NullMarked
class EndToEndSecretTest {
    private static final String PASSWORD = "Kanari:/n@v0gel?#&%41=ü'\"x";

    /** Parts that a wrong split, an encoded copy or a decoded one would show. */
    private static final List<String> PARTS = List.of("anari", "v0gel", "%41=ü", "%2541");

    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;
    private String user = "";
    private String plain = "";

    @BeforeEach
    void userWithPassword() {
        ferry = new EndToEndCommandLine(folder)
                .file("good/metadata.json", "{\"AS.100.100\": {}}\n")
                .file("good/data.json", "{\"AS.100.100_FA23\": {}}\n")
                .file("bad/metadata.json", "{\"AS.100.100\": {}}\n")
                .file("bad/data.json", "{\"AS.100.100_FA24\": {}, \"nonsense\": {}}\n");
        plain = ferry.database;
        user = DatabaseDump.value(plain, "SELECT 'canary_' || current_database()");
        DatabaseDump.execute(
                plain, "CREATE ROLE " + user + " LOGIN SUPERUSER PASSWORD '" + PASSWORD.replace("'", "''") + "'");
    }

    @AfterEach
    void dropUser() {
        DatabaseDump.execute(plain, "REASSIGN OWNED BY " + user + " TO CURRENT_USER; DROP OWNED BY " + user);
        DatabaseDump.execute(plain, "DROP ROLE " + user);
    }

    private String url(String form, String host) {
        String server = plain.replaceFirst("jdbc:postgresql://([^/]+)/.*", "$1");
        String database = plain.replaceFirst(".*/(test_\\d+).*", "$1");
        String password = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        return form.formatted(user, password, host.isEmpty() ? server : host, database);
    }

    @Test
    void the_url_of_the_embedded_server_is_one_that_programs_can_use_and_its_password_is_shown_nowhere_else()
            throws SQLException {
        Ended started = ferry.run("database", "start");
        try {
            String url = ferry.run("database", "url").out().strip();
            Matcher parts = Pattern.compile("postgresql://(.*?):(.*?)@(.*)").matcher(url);
            assertThat(parts.matches()).as(url).isTrue();
            try (Connection program = DriverManager.getConnection(
                    "jdbc:postgresql://" + parts.group(3), parts.group(1), parts.group(2))) {
                assertThat(program.isValid(10)).isTrue();
            }
            assertThat(started.out() + started.err() + ferry.log()).doesNotContain(parts.group(2));
        } finally {
            ferry.run("database", "stop");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://%1$s:%2$s@%3$s/%4$s", "jdbc:postgresql://%3$s/%4$s?user=%1$s&password=%2$s"})
    void no_command_shows_the_password_when_it_succeeds(String form) throws IOException {
        ferry.at(url(form, ""));
        for (String words : List.of(
                "migrate -p courses good --dry-run",
                "migrate -p courses good",
                "migrate -p courses bad --force --report report.html --report report.json --rejects rejects.jsonl",
                "validate -p courses good --database",
                "status",
                "status --json",
                "rollback -p courses --dry-run",
                "rollback -p courses --yes",
                "profiles",
                "config show",
                "config show --origin",
                "config show --json")) {
            Ended ended = ferry.run((words + " -v").split(" "));
            assertThat(ended.code()).as(words + "\n" + ended.err()).isIn(ExitCode.DONE, ExitCode.PARTIAL);
            nothingShows(ended);
        }
    }

    @Test
    void no_command_shows_the_password_when_it_fails() throws IOException {
        String form = "postgresql://%1$s:%2$s@%3$s/%4$s";
        String good = url(form, "");
        List<String> broken = List.of(
                url(form, "localhost:1"),
                url(form, "localhost:nonsense"),
                url(form, "[nonsense"),
                good.replaceFirst("/test_\\d+$", "/nowhere"),
                good + "?sslmode=nonsense",
                good.replace(user, "nobody"),
                good.replace("postgresql:", "mysql:"),
                form.formatted(user, PASSWORD, "localhost:1", "db"),
                "postgresql:/" + PASSWORD);
        for (String url : broken) {
            for (String words : List.of("migrate -p courses good", "status", "rollback -p courses --yes --json")) {
                Ended ended = ferry.at(url).run((words + " -v").split(" "));
                assertThat(ended.code()).as(ended.err()).isIn(ExitCode.USAGE, ExitCode.ENVIRONMENT, ExitCode.DONE);
                nothingShows(ended);
                if (url.contains("://")) {
                    nothingShows(ferry.at("").run((words + " -v --url " + url).split(" ")));
                }
            }
        }
        ferry.at(good);
        for (String words : List.of(
                "migrate -p courses bad",
                "migrate -p none good",
                "migrate -p courses none",
                "migrate --nope",
                "rollback -p courses --run " + PASSWORD + " --yes",
                "config show --nope")) {
            nothingShows(ferry.run((words + " -v").split(" ")));
        }
    }

    private void nothingShows(Ended ended) throws IOException {
        assertThat(ended.out()).doesNotContain(PARTS);
        assertThat(ended.err()).doesNotContain(PARTS);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).content().doesNotContain(PARTS);
            }
        }
    }

    @Test
    void no_value_of_a_row_enters_the_log_when_rows_are_at_fault() {
        ferry.at(plain)
                .file("rows/metadata.json", "{\"AS.100.100\": {}}")
                .file("rows/data.json", """
                        {"AS.100.100_FA23": {"course_name": "SECRET", "ta_frequency": {"x": "SECRET"}},
                         "AS.100.100_FA24": {"course_name": ["SECRET"], "ta_names": ["SECRET\\u0000"]},
                         "AS.100.100_FA25": {"course_name": "SECRET", "course_name": "SECRET"},
                         "AS.100.100_FA26": {"course_name": "SECRET"}}
                        """)
                .file("broken/metadata.json", "{\"AS.100.100\": {}}")
                .file("broken/data.json", "{\"AS.100.100_FA23\": {\"course_name\": \"SECRET\" \"SECRET\"}}");
        ferry.run("migrate", "-p", "courses", "good");
        DatabaseDump.execute(
                plain, "ALTER TABLE courses.courses ADD CHECK (data ->> 'course_name' IS DISTINCT FROM 'SECRET')");
        Ended refused = ferry.run("migrate", "-p", "courses", "rows", "--force", "--log-level", "debug", "-v");
        assertThat(refused.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(refused.out()).contains("error[target]");
        assertThat(refused.err()).doesNotContain("SECRET");
        Ended broken = ferry.run("migrate", "-p", "courses", "broken", "--log-level", "debug", "-v");
        assertThat(broken.code()).isEqualTo(ExitCode.CONTENT);
        assertThat(broken.err()).doesNotContain("SECRET");
        assertThat(ferry.log()).contains("violation target").doesNotContain("SECRET");
    }
}

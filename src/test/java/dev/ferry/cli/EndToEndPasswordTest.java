package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords of people who move: into the target as hashes, out of it through the credentials file alone. */
@NullMarked
class EndToEndPasswordTest {
    private static final String CANARY = "kanarienvogel47";
    private static final String SCHOOL =
            "\"School\":[{\"id\":\"s1\",\"schoolName\":\"Hill\",\"schoolCode\":\"H1\",\"email\":\"h@hill.example\","
                    + "\"country\":\"Kenya\",\"type\":\"PRIVATE\"}]";

    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void commandLine() {
        ferry = new EndToEndCommandLine(folder);
    }

    private EndToEndCommandLine teachers(String... teachers) {
        return ferry.file("in/v1.json", "{" + SCHOOL + ",\"Teacher\":[" + String.join(",", teachers) + "]}");
    }

    private static String teacher(String id, String rest) {
        return "{\"id\":\"" + id + "\",\"firstName\":\"Ann\",\"schoolId\":\"s1\"," + rest + "}";
    }

    private List<String> users() {
        return DatabaseDump.column(
                ferry.database, "SELECT email || ' ' || coalesce(password, '-') FROM school.users ORDER BY email");
    }

    @Test
    void a_plain_password_is_shown_nowhere_whether_its_record_is_written_or_rejected() {
        teachers(
                teacher("t1", "\"email\":\"a@x.example\",\"password\":\"" + CANARY + "\""),
                teacher("t2", "\"email\":\"no address\",\"password\":\"" + CANARY + "\""),
                teacher("t3", "\"password\":{\"is\":\"" + CANARY + "\"}"),
                teacher(
                        "t4",
                        "\"email\":\"no address\",\"Password\":\"" + CANARY + "\",\"old_pwd\":\"" + CANARY + "\""));

        Ended ended = ferry.run(
                "migrate",
                "-p",
                "school",
                "in/v1.json",
                "-v",
                "--log-level",
                "trace",
                "--force",
                "--rejects",
                "rejects.jsonl",
                "--report",
                "report.html",
                "--report",
                "report.json");

        assertThat(ended.code()).isEqualTo(ExitCode.PARTIAL);
        assertNowhere(ended);
        assertThat(folder.resolve("rejects.jsonl")).content().contains("\"t2\"", "\"password\":\"$2a$10$", "\"t3\"");
        assertThat(users()).anyMatch(user -> user.startsWith("a@x.example $2a$10$"));
    }

    @Test
    void what_was_rejected_can_be_mended_and_migrated_with_its_password() throws IOException {
        teachers(teacher("t2", "\"email\":\"no address\",\"password\":\"" + CANARY + "\""));
        ferry.run("migrate", "-p", "school", "in/v1.json", "--force", "--rejects", "rejects.jsonl");
        Path rejects = folder.resolve("rejects.jsonl");
        Files.writeString(rejects, Files.readString(rejects).replace("no address", "b@x.example"));

        Ended again = ferry.run("migrate", "-p", "school", "rejects.jsonl");
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);

        Ended verified = ferry.run("verify", "-p", "school", "--logins", "1", "--login-password", CANARY);
        assertThat(verified.code()).as(verified.out()).isEqualTo(ExitCode.DONE);
        assertThat(verified.out()).contains("b@x.example  matches", "1 login checked: 1 matching");
        assertNowhere(verified);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"password\":\"kanarienvogel47\" \"email\":1}",
                "\"password\":\"x\"kanarienvogel47\"}",
                "\"password\":kanarienvogel47}",
                "\"password\":\"kanarienvogel47\n\"}",
                "\"password\":'kanarienvogel47'}",
                "\"password\":\"kanarienvogel47"
            })
    void broken_syntax_shows_no_password(String broken) {
        ferry.file("in/v1.json", "{" + SCHOOL + ",\"Teacher\":[{\"id\":\"t1\"," + broken);

        Ended ended =
                ferry.run("migrate", "-p", "school", "in/v1.json", "-v", "--log-level", "trace", "--report", "r.json");

        assertThat(ended.code()).isEqualTo(ExitCode.CONTENT);
        assertNowhere(ended);
    }

    @Test
    void generated_passwords_are_in_the_credentials_file_alone_and_let_people_in() throws IOException {
        teachers(teacher("t1", "\"email\":\"a@x.example\""), teacher("t2", "\"email\":\"a@x.example\""));

        Ended migrated =
                ferry.run("migrate", "-p", "school", "in/v1.json", "-v", "--credentials-file", "credentials.csv");

        assertThat(migrated.code()).as(migrated.err()).isEqualTo(ExitCode.DONE);
        assertThat(migrated.out()).contains("0 hashed, 2 generated");
        Path file = folder.resolve("credentials.csv");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4).anyMatch(line -> line.startsWith("a+teacher1@x.example,"));
        String password = lines.get(1).substring(lines.get(1).indexOf(',') + 1);
        assertThat(migrated.out() + migrated.err() + ferry.log()).doesNotContain(password);

        Ended verified =
                ferry.run("verify", "-p", "school", "--logins", "2", "--credentials-file", "credentials.csv", "--json");
        assertThat(verified.code()).as(verified.out()).isEqualTo(ExitCode.DONE);
        assertThat(verified.out())
                .contains("\"checked\":2,\"matching\":2,\"notMatching\":0,\"missing\":0")
                .doesNotContain(password);

        DatabaseDump.execute(
                ferry.database,
                "UPDATE school.users SET password = NULL, is_password_set = false WHERE email = 'a+teacher1@x.example'");
        DatabaseDump.execute(ferry.database, "UPDATE school.users SET email = 'z@z' WHERE email = 'a@x.example'");
        Ended wrong = ferry.run("verify", "-p", "school", "--logins", "9", "--credentials-file", "credentials.csv");
        assertThat(wrong.code()).isEqualTo(ExitCode.MISMATCH);
        assertThat(wrong.out()).contains("3 logins checked: 1 matching, 1 not matching, 1 missing, 0 cannot be told");

        Ended second = ferry.run("migrate", "-p", "school", "in/v1.json", "--credentials-file", "credentials.csv");
        assertThat(second.code()).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    @Test
    void verify_says_what_it_needs() throws IOException {
        assertThat(ferry.run("verify", "-p", "school").err()).contains("which source?");
        assertThat(ferry.run("verify", "-p", "school", "--credentials-file", "c.csv")
                        .err())
                .contains("give --logins N");
        assertThat(ferry.run("verify", "-p", "school", "v1.json", "--logins", "3")
                        .err())
                .contains("--logins reads no source");
        assertThat(ferry.run("verify", "-p", "school", "--logins", "3").err()).contains("FERRY_LOGIN_PASSWORD");
        Files.writeString(folder.resolve("c.csv"), "login,password\nann," + CANARY + ",more\n");
        Ended ended = ferry.run("verify", "-p", "school", "--logins", "3", "--credentials-file", "c.csv");
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("line 2 of the credentials file").doesNotContain(CANARY);
        assertThat(ferry.run("verify", "-p", "courses", "--logins", "3", "--login-password", CANARY)
                        .err())
                .contains("has no passwords");
    }

    private void assertNowhere(Ended ended) {
        assertThat(ended.out()).doesNotContain(CANARY);
        assertThat(ended.err()).doesNotContain(CANARY);
        assertThat(DatabaseDump.of(ferry.database, "school").toString()).doesNotContain(CANARY);
        assertThat(DatabaseDump.of(ferry.database, "ferry").toString()).doesNotContain(CANARY);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.startsWith(folder.resolve("in"))))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                            .as(file.toString())
                            .doesNotContain(CANARY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.Shell.Outcome;
import dev.ferry.failure.RefusalException;
import dev.ferry.source.Position;
import dev.ferry.validate.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private static final String URL = "postgresql://me:c4nary@localhost:1/d";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void shell() {
        shell = new Shell(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "migrat | unknown command 'migrat'; did you mean migrate? | See 'ferry --help'.",
                "frobnicate | unknown command 'frobnicate' | See 'ferry --help'.",
                "config shw | unknown command 'shw'; did you mean show? | See 'ferry config --help'.",
                "migrate --bach-size=3 | unknown option --bach-size; did you mean --batch-size? | See 'ferry migrate --help'.",
                "migrate a b | 'b' is one argument too many | See 'ferry migrate --help'.",
                "migrate --tag | option --tag needs a value: TAG | See 'ferry migrate --help'.",
                "migrate --tag a --tag b | option --tag is given more than once | See 'ferry migrate --help'.",
                "migrate --employees 2 | unknown option --employees | See 'ferry migrate --help'.",
                "migrate --urll=postgresql://me:c4nary@h/d | unknown option --urll; did you mean --url? | See 'ferry migrate --help'.",
            })
    void a_command_line_that_asks_for_nothing_there_is_exits_2_and_suggests(
            String line, String message, String advice) {
        assertThat(shell.run(line.split(" ")))
                .isEqualTo(new Outcome(2, "", "error: " + message + "\n  " + advice + "\n"));
    }

    @Test
    void no_command_at_all_names_those_that_there_are() {
        assertThat(shell.run())
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "error: ferry needs a command: migrate, validate, verify, analyze, status, rollback, backup, restore, setup, selftest, convert, database,"
                                + " profiles, config, generate-completion\n  See 'ferry --help'.\n"));
    }

    @Test
    void an_unknown_profile_exits_2_and_names_those_that_there_are() {
        assertThat(shell.run("migrate", "-p", "clitset", "x"))
                .isEqualTo(new Outcome(
                        2, "", "error: there is no profile 'clitset'; did you mean clitest?\n  Profiles: clitest.\n"));
    }

    @Test
    void a_migration_prints_its_result_to_standard_output_and_its_target_to_standard_error() {
        assertThat(shell.run("migrate", "-q", "-p", "clitest", "x"))
                .isEqualTo(new Outcome(0, "migrate COMPLETED\n", "Target: test database, schema clitest\n"));
    }

    @Test
    void options_reach_the_migration() {
        shell.run(("migrate -p clitest x --schema s --dry-run --on-conflict update --force --truncate"
                        + " --batch-size 7 --timeout 90s"
                        + " --source-zone +02:00 --tag t --rejects r.jsonl --skip-validation --max-depth 5"
                        + " --max-string 1kB --max-digits 9 --max-record 2kB --commit batch --workers 3 --writer copy --max-errors 8"
                        + " --backup --output-dir saved --keep-backups 2")
                .split(" "));
        assertThat(shell.stages.migrated())
                .hasToString(
                        "MigrationOptions[profile=" + shell.stages.migrated().profile() + ", source="
                                + folder.resolve("x")
                                + ", schema=s, mode=REHEARSE, onConflict=UPDATE, onRejected=WRITE_THE_REST,"
                                + " existingRows=TRUNCATED, checks=SKIP_VALIDATION, entities=[], batchSize=7, timeout=PT1M30S, requestedTag=t, sourceZone=+02:00,"
                                + " limits=Limits[depth=5, stringBytes=1024, numberDigits=9, recordBytes=2048], rejectsFile="
                                + folder.resolve("r.jsonl")
                                + ", sourceDatabase=null, sourceNames=SourceNames[tables={}, columns={}], filters={},"
                                + " deleted=LEFT_OUT, passwordHash=BCRYPT, credentialsFile=null,"
                                + " commit=CommitPlan[mode=BATCH, workers=3, start=NEW], writer=COPY, maxErrors=8,"
                                + " backupOptions=BackupOptions[when=ALWAYS, folder=BackupFolder[path="
                                + folder.resolve("saved") + "], keep=OptionalInt[2]]]");
    }

    @Test
    void the_profile_gives_batch_size_and_schema_where_nobody_else_does() {
        shell.run("migrate", "-p", "clitest", "x");
        assertThat(shell.stages.migrated().batchSize()).isEqualTo(123);
        assertThat(shell.stages.migrated().schema()).isEqualTo("clitest");
    }

    @Test
    void without_a_source_the_samples_go_into_the_embedded_database() {
        assertThat(shell.run("migrate", "-p", "clitest").exit()).isZero();
        assertThat(shell.stages.calls).containsExactly("embedded .ferry");
        assertThat(Path.of(shell.stages.migrated().source())).isDirectoryContaining("glob:**/things.json");
    }

    @Test
    void without_a_source_nothing_goes_into_any_other_database() {
        shell.environment.put("DATABASE_URL", URL);
        assertThat(shell.run("migrate", "-p", "clitest")).isEqualTo(new Outcome(2, "", """
                                error: which source? The samples go into the embedded database only
                                  Give a SOURCE: a file, a folder or a database.
                                """));
        assertThat(shell.stages.calls).isEmpty();
    }

    @Test
    void without_a_url_and_without_the_embedded_database_there_is_none() {
        assertThat(shell.run("status", "--no-embedded")).isEqualTo(new Outcome(2, "", """
                                error: no database is given, and the embedded one is not wanted
                                  Give one with --url postgresql://user@host:5432/database, or in DATABASE_URL.
                                """));
    }

    @Test
    void offline_without_a_dry_run_is_refused() {
        assertThat(shell.run("migrate", "-p", "clitest", "x", "--offline").exit())
                .isEqualTo(2);
        assertThat(shell.run("migrate", "-p", "clitest", "x", "--offline", "--dry-run")
                        .exit())
                .isZero();
        assertThat(shell.stages.calls).isEmpty();
    }

    @Test
    void the_source_may_be_an_argument_or_an_option_but_not_both_and_different() {
        assertThat(shell.run("migrate", "-p", "clitest", "--source", "a").exit())
                .isZero();
        assertThat(shell.run("migrate", "-p", "clitest", "--source", "a", "a").exit())
                .isZero();
        assertThat(shell.run("migrate", "-p", "clitest", "--source", "a", "b").err())
                .isEqualTo("error: SOURCE and --source contradict each other\n  Keep one of them.\n");
        shell.environment.put("FERRY_SOURCE", "a");
        shell.run("migrate", "-p", "clitest", "b");
        assertThat(shell.stages.migrated().source())
                .isEqualTo(folder.resolve("b").toString());
    }

    @Test
    void rejected_content_exits_3_and_each_violation_is_logged_without_its_value() {
        shell.stages.report.add(new Violation(
                new Position("data.json", "data", 0, 3, 7, "/k/n"),
                "courses",
                "k",
                "n",
                "PositiveOrZero",
                "must not be negative",
                "row-c4nary"));
        assertThat(shell.run("validate", "-p", "clitest", "x")).isEqualTo(new Outcome(3, "validate REJECTED\n", ""));
        assertThat(log())
                .contains("WARN  Run - violation PositiveOrZero at data.json:3:7 /k/n: courses k n")
                .doesNotContain("c4nary");
    }

    @Test
    void every_report_that_was_asked_for_is_written() {
        shell.run("validate", "-p", "clitest", "x", "--report", "a.html", "--report", "b.md");
        assertThat(shell.stages.calls).containsExactly("report a.html", "report b.md");
    }

    @Test
    void an_unknown_report_format_is_refused_before_the_run() {
        assertThat(shell.run("validate", "-p", "clitest", "x", "--report", "a.xyz")
                        .exit())
                .isEqualTo(2);
        assertThat(shell.stages.migrations).isEmpty();
    }

    @Test
    void a_failure_with_json_is_one_document_on_standard_output() {
        shell.stages.failure = new RefusalException("not safe", "Do something else.");
        assertThat(shell.run("status", "--json"))
                .isEqualTo(new Outcome(
                        8, "json failure of status 8: not safe\n", "error: not safe\n  Do something else.\n"));
        assertThat(shell.run("migrate", "--json", "--nonsense").out())
                .isEqualTo("json failure of migrate 2: unknown option --nonsense\n");
    }

    @Test
    void a_bug_exits_1_names_the_log_and_shows_its_stack_trace_only_with_verbose() {
        shell.stages.failure = new IllegalStateException("oops");
        assertThat(shell.run("status"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "error: unexpected failure: java.lang.IllegalStateException: oops\n"
                                + "  This is a bug in Ferry; please report it. The log has the details:"
                                + " .ferry/logs/ferry.log.\n"));
        assertThat(log()).contains("ERROR Execution - failed unexpectedly", "    at dev.ferry.cli.MainTest.");
        assertThat(shell.run("status", "--verbose").err())
                .contains("    at dev.ferry.cli.MainTest.")
                .containsOnlyOnce("\njava.lang.IllegalStateException: oops");
    }

    @Test
    void too_little_memory_exits_6_and_says_how_to_give_more() {
        shell.stages.failure = new OutOfMemoryError();
        assertThat(shell.run("status").err()).contains("out of memory", "FERRY_JAVA_OPTS=-Xmx1g");
        assertThat(shell.run("status").exit()).isEqualTo(6);
    }

    @Test
    void a_password_appears_nowhere() {
        shell.stages.failure = new IllegalStateException(
                "cannot reach " + URL + " as c4nary", new SQLException("row-c4nary", "08001"));
        shell.environment.put("PGPASSWORD", "c4nary");
        Outcome outcome = shell.run("status", "--url", URL, "--verbose");
        assertThat(outcome.err()).contains("cannot reach postgresql://me:***@localhost:1/d as ***");
        assertThat(outcome.out() + outcome.err() + log()).doesNotContain("c4nary");
        assertThat(shell.run("config", "show", "--url", URL).out())
                .contains("url=postgresql://me:***@localhost:1/d <>")
                .doesNotContain("c4nary");
    }

    @Test
    void the_log_tells_who_did_what_and_how_it_ended() {
        shell.environment.put("HOSTNAME", "here");
        shell.run("status", "--url", URL, "--json");
        assertThat(log())
                .contains("begin: ferry status --url postgresql://me:***@localhost:1/d --json (user ", ", host here)")
                .containsPattern("end: status, DONE, exit 0, \\d+ ms");
    }

    @Test
    void a_log_that_cannot_be_written_is_a_warning() throws IOException {
        Files.createFile(folder.resolve("file"));
        Outcome outcome = shell.run("profiles", "--log-file", "file/ferry.log");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).startsWith("warning: the log file ").hasLineCount(1);
    }

    @Test
    void a_reader_that_goes_away_is_no_failure_but_a_full_disk_is() {
        assertThat(runWith("Broken pipe")).isZero();
        assertThat(runWith("No space left on device")).isEqualTo(6);
    }

    private int runWith(String reason) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        Session session = new Session(
                Map.of(),
                folder,
                new ByteArrayInputStream(new byte[0]),
                broken,
                new PrintStream(OutputStream.nullOutputStream()),
                Terminal.of(""));
        return Main.run(List.of("profiles"), session, shell.stages, new Cancellation())
                .status();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve(".ferry/logs/ferry.log"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.Shell.Outcome;
import dev.ferry.failure.RefusalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command writes where: documents of failures, reports, the log. */
class OutputsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void shell() {
        shell = new Shell(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "--report a.md --report ./a.md",
        "--report a.json --rejects sub/../a.json",
        "--report link/a.md --report sub/a.md",
        "--report there.md --report alias.md",
    })
    void two_outputs_that_are_one_file_are_refused_before_the_run(String outputs) throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("sub")));
        Files.createSymbolicLink(folder.resolve("alias.md"), Files.createFile(folder.resolve("there.md")));
        Outcome outcome = shell.run(("validate -p clitest x " + outputs).split(" "));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(" are the same file");
        assertThat(shell.stages.migrations).isEmpty();
    }

    @Test
    void an_empty_word_is_blamed_on_what_it_was_given_for() {
        assertThat(shell.run("validate", "-p", "clitest", "").err())
                .isEqualTo("error: SOURCE must be a file, a folder or a PostgreSQL URL, was ''\n");
        assertThat(shell.run("status", "--url", "").err()).startsWith("error: --url must be ");
        assertThat(shell.run("status", "-p", "", "--json").out()).startsWith("json failure of status 2: ");
    }

    @Test
    void the_folder_of_the_log_is_made_where_nobody_named_another() {
        assertThat(shell.run("profiles").exit()).isZero();
        assertThat(folder.resolve(".ferry/logs/ferry.log")).exists();
        assertThat(shell.run("profiles", "--log-file", "no/ferry.log").err()).startsWith("warning: the log file ");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--json, ferry",
        "nosuch --json, ferry",
        "config --json, config",
        "migrate --nope --json, migrate",
        "status -p clitest a b --json, status",
        "generate-completion x --json, ferry",
    })
    void a_command_line_that_is_not_understood_is_one_document_too(String line, String command) {
        Outcome outcome = shell.run(line.split(" "));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out())
                .startsWith("json failure of " + command + " 2: ")
                .hasLineCount(1);
    }

    @Test
    void a_failure_document_names_the_profile_and_the_run() {
        shell.stages.failure = new RefusalException("not safe", null);
        assertThat(shell.run("migrate", "-p", "clitest", "x", "--json").out())
                .isEqualTo("json failure of migrate -p clitest run 20261121T023154Z-7f3a 8: not safe\n");
    }
}

package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read and run nothing. */
class SideCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void shell() {
        shell = new Shell(folder);
    }

    @Test
    void settings_are_shown_with_their_origins_when_asked() throws IOException {
        Files.writeString(folder.resolve(".env"), "MIGRATION_BATCH_SIZE=5\n");
        Files.writeString(folder.resolve("ferry.properties"), "timeout=1m\n");
        shell.environment.put("LOG_LEVEL", "debug");
        assertThat(shell.run("config", "show", "-p", "clitest", "--origin")
                        .out()
                        .lines())
                .contains(
                        "profile=clitest <--profile>",
                        "batch-size=5 <MIGRATION_BATCH_SIZE in .env:1>",
                        "timeout=1m <timeout in ferry.properties>",
                        "log-level=debug <LOG_LEVEL>",
                        "schema=clitest <default of profile clitest>",
                        "on-conflict=skip <default>",
                        "url= <>");
        assertThat(shell.run("config", "show").out().lines()).contains("timeout=1m <>");
    }

    @Test
    void colours_follow_the_option_the_terminal_and_the_environment() {
        assertThat(shell.run("profiles").out()).isEqualTo("profiles [clitest]\n");
        assertThat(shell.run("profiles", "--color", "always").out()).startsWith("colored ");
        shell.terminal = "out";
        assertThat(shell.run("profiles").out()).startsWith("colored ");
        assertThat(shell.run("profiles", "--color", "never").out()).startsWith("profiles");
        shell.environment.put("NO_COLOR", "1");
        assertThat(shell.run("profiles").out()).startsWith("profiles");
        shell.environment.remove("NO_COLOR");
        shell.environment.put("TERM", "dumb");
        assertThat(shell.run("profiles").out()).startsWith("profiles");
    }

    @Test
    void the_server_is_started_named_and_stopped() {
        assertThat(shell.run("database", "url").exit()).isEqualTo(2);
        assertThat(shell.run("database", "start").out()).isEqualTo("server postgresql://ferry@localhost/ferry\n");
        assertThat(shell.run("database", "url").out()).isEqualTo("server postgresql://ferry@localhost/ferry\n");
        assertThat(shell.run("database", "stop")).isEqualTo(new Outcome(0, "server stopped\n", ""));
        assertThat(shell.run("database", "stop").err()).isEqualTo("The embedded PostgreSQL was not running.\n");
    }

    @Test
    void the_schema_of_a_document_is_printed() {
        assertThat(shell.run("config", "schema", "migrate")).isEqualTo(new Outcome(0, "{}\n", ""));
        assertThat(shell.run("config", "schema", "nothing").exit()).isEqualTo(2);
        assertThat(shell.run("config", "schema").exit()).isEqualTo(2);
    }

    @Test
    void the_completion_script_knows_commands_options_and_values() {
        assertThat(shell.run("generate-completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("rollback", "--on-conflict", "skip", "update");
    }

    @Test
    void quiet_and_verbose_contradict_each_other() {
        assertThat(shell.run("profiles", "-q", "-v").err())
                .startsWith("error: --quiet and --verbose contradict each other\n  Keep one of them.\n");
    }
}

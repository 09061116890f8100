package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
    private static final Path EXPECTED = Path.of("src/test/resources/dev/ferry/cli/help");

    @TempDir
    Path folder;

    static List<String> commands() {
        return List.of(
                "",
                "migrate",
                "validate",
                "verify",
                "analyze",
                "status",
                "rollback",
                "backup",
                "restore",
                "setup",
                "selftest",
                "convert",
                "database",
                "database start",
                "database stop",
                "database url",
                "profiles",
                "config",
                "config show",
                "config example",
                "config schema",
                "generate-completion");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_is_as_it_was_approved(String command) throws IOException {
        String[] words = (command + " --help").strip().split(" ");
        assertThat(new Shell(folder).run(words))
                .isEqualTo(new Outcome(0, Files.readString(EXPECTED.resolve(file(command))), ""));
    }

    @Test
    void every_approved_help_has_its_command() throws IOException {
        try (Stream<Path> files = Files.list(EXPECTED)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            commands().stream().map(HelpTest::file).toList());
        }
    }

    @Test
    void help_may_be_asked_for_as_a_command() {
        Shell shell = new Shell(folder);
        assertThat(shell.run("help")).isEqualTo(shell.run("--help"));
        assertThat(shell.run("help", "config", "show")).isEqualTo(shell.run("config", "show", "--help"));
    }

    @Test
    void help_leaves_no_log_behind() {
        new Shell(folder).run("migrate", "--help");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_version_names_ferry_and_java() {
        assertThat(new Shell(folder).run("--version").out()).matches("Ferry \\S+ \\(Java \\S+, .+\\)\n");
    }

    private static String file(String command) {
        return (command.isEmpty() ? "ferry" : command.replace(' ', '-')) + ".txt";
    }
}

package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.Shell.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertTest {
    @TempDir
    Path folder;

    @Test
    void a_conversion_is_asked_for_and_its_notices_are_told() {
        Shell shell = new Shell(folder);

        Outcome outcome = shell.run("convert", "-p", "clitest", "x", "--output", "o/p", "--format", "jsonl");

        assertThat(outcome).isEqualTo(new Outcome(0, "converted []\n", "warning: a notice\n"));
        assertThat(shell.stages.calls)
                .containsExactly("convert " + folder.resolve("x") + " JSONL " + folder.resolve("o/p"));
    }

    @Test
    void json_is_the_format_that_need_not_be_given() {
        Shell shell = new Shell(folder);

        shell.run("convert", "-p", "clitest", "--source", "x", "--output", "o");

        assertThat(shell.stages.calls).singleElement().asString().contains(" JSON ");
    }

    @Test
    void source_and_folder_must_be_given() {
        assertThat(new Shell(folder).run("convert", "-p", "clitest", "--output", "o"))
                .isEqualTo(
                        new Outcome(2, "", "error: which source?\n  Give a SOURCE: a file, a folder or a database.\n"));
        assertThat(new Shell(folder).run("convert", "-p", "clitest", "x"))
                .isEqualTo(new Outcome(2, "", "error: where to?\n  Give --output a folder.\n"));
        assertThat(new Shell(folder)
                        .run("convert", "-p", "clitest", "x", "--output", "o", "--format", "xml")
                        .exit())
                .isEqualTo(2);
    }
}

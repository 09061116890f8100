package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.Shell.Outcome;
import dev.ferry.migration.Deleted;
import dev.ferry.migration.MigrationOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records a run is told to take. */
class SelectionTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void filters_reach_the_migration_and_all_of_a_section_count() {
        shell.run("migrate", "-p", "clitest", "x", "--filter", "size > 1", "--filter", "Things: name = 'a'");

        assertThat(shell.stages.migrated().filters())
                .hasSize(1)
                .hasEntrySatisfying(
                        TestProfile.THINGS,
                        filter -> assertThat(filter)
                                .matches(wanted -> wanted.selects(new TestProfile.Thing("a", 2)))
                                .matches(wanted -> !wanted.selects(new TestProfile.Thing("b", 2)))
                                .matches(wanted -> !wanted.selects(new TestProfile.Thing("a", 1))));
    }

    @Test
    void without_options_every_record_is_taken_but_deleted_ones() {
        shell.run("migrate", "-p", "clitest", "x");

        assertThat(shell.stages.migrated().filters()).isEmpty();
        assertThat(shell.stages.migrated().deleted()).isEqualTo(Deleted.LEFT_OUT);
    }

    @Test
    void validate_takes_the_same_records() {
        shell.run("validate", "-p", "clitest", "x", "--include-deleted", "--filter", "size IS NULL");

        MigrationOptions options = shell.stages.migrated();
        assertThat(options.filters()).containsKey(TestProfile.THINGS);
        assertThat(options.deleted()).isEqualTo(Deleted.INCLUDED);
    }

    @Test
    void the_environment_and_files_may_say_so_too_and_the_command_line_is_stronger() throws Exception {
        shell.environment.put("FERRY_FILTER", "size = 3");
        Files.writeString(folder.resolve("ferry.properties"), "include-deleted=true\nfilter=size = 4\n");

        shell.run("migrate", "-p", "clitest", "x");
        assertThat(shell.stages.migrated().filters().values()).hasToString("[size = 3]");
        assertThat(shell.stages.migrated().deleted()).isEqualTo(Deleted.INCLUDED);

        shell.run("migrate", "-p", "clitest", "x", "--filter", "size = 5");
        assertThat(shell.stages.migrated().filters().values()).hasToString("[size = 5]");
    }

    @Test
    void a_filter_that_is_none_exits_2_with_a_caret_and_asks_no_database() {
        Outcome outcome = shell.run("migrate", "-p", "clitest", "x", "--filter", "1=1; drop table users");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("""
                error: --filter: a semicolon ends the condition, and a filter is one condition
                  1=1; drop table users
                     ^
                  A filter holds fields,""");
        assertThat(shell.run("migrate", "-p", "clitest", "x", "--filter", "nme = 'a'"))
                .isEqualTo(new Outcome(2, "", """
                error: --filter: 'things' has no field 'nme'; did you mean name?
                  nme = 'a'
                  ^
                  Fields of 'things': name, size.
                """));
        assertThat(shell.run("status", "--filter", "size = 1").exit()).isEqualTo(2);
        assertThat(shell.stages.calls).isEmpty();
    }
}

package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.Shell.Outcome;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
    private static final RunId RUN = new RunId("20261121T023154Z-7f3a");
    private static final String TARGET = "Target: test database, schema clitest\n";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void one_run() {
        shell = new Shell(folder);
        shell.stages.runs = List.of(new Run(
                RUN,
                "clitest",
                "clitest",
                RunStatus.COMPLETED,
                Optional.empty(),
                "x",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                "me",
                1,
                List.of(),
                Optional.empty()));
    }

    @Test
    void without_a_terminal_and_without_a_yes_it_is_refused() {
        assertThat(shell.run("rollback", "-p", "clitest"))
                .isEqualTo(new Outcome(
                        8,
                        "",
                        TARGET + "plan of 1 runs\n"
                                + "error: a rollback is not done without a yes, and there is no terminal to ask at\n"
                                + "  Add --yes.\n"));
        assertThat(shell.stages.rollbacks).isEmpty();
    }

    @Test
    void a_yes_on_the_command_line_is_enough_by_either_name() {
        assertThat(shell.run("rollback", "-p", "clitest", "--yes"))
                .isEqualTo(new Outcome(0, "rolled back 1 runs\n", TARGET));
        assertThat(shell.run("rollback", "-p", "clitest", "--confirm").exit()).isZero();
    }

    @Test
    void at_a_terminal_the_answer_decides() {
        shell.terminal = "in,err";
        shell.input = "n\n";
        assertThat(shell.run("rollback", "-p", "clitest", "--color", "never"))
                .isEqualTo(new Outcome(
                        8,
                        "",
                        TARGET + "plan of 1 runs\nTake this back? [y/N] "
                                + "error: not confirmed; nothing was taken back\n"));
        shell.input = "";
        assertThat(shell.run("rollback", "-p", "clitest").exit()).isEqualTo(8);
        assertThat(shell.stages.rollbacks).isEmpty();
        shell.input = "Yes\n";
        assertThat(shell.run("rollback", "-p", "clitest").out()).isEqualTo("rolled back 1 runs\n");
    }

    @Test
    void a_dry_run_prints_the_plan_as_its_result() {
        assertThat(shell.run("rollback", "-p", "clitest", "--dry-run"))
                .isEqualTo(new Outcome(0, "plan of 1 runs\n", ""));
        assertThat(shell.stages.rollbacks).isEmpty();
    }

    @Test
    void nothing_to_take_back_needs_no_yes() {
        shell.stages.runs = List.of();
        assertThat(shell.run("rollback", "-p", "clitest").exit()).isZero();
        assertThat(shell.stages.rollbacks).isEmpty();
    }

    @Test
    void the_goal_is_the_newest_run_or_a_run_or_a_tag() {
        assertThat(goal()).isEqualTo(new RollbackGoal.NewestRun());
        assertThat(goal("--run", RUN.value())).isEqualTo(new RollbackGoal.BeforeRun(RUN));
        assertThat(goal("--tag", "t")).isEqualTo(new RollbackGoal.ToTag("t"));
        assertThat(shell.run("rollback", "-p", "clitest", "--yes", "--tag", "t", "--run", RUN.value())
                        .err())
                .isEqualTo("error: --tag and --run contradict each other\n  Keep one of them.\n");
        assertThat(shell.run("rollback", "-p", "clitest", "--run", "7").err())
                .isEqualTo("error: --run must be a run id such as 20261121T023154Z-7f3a, was '7'\n");
    }

    @Test
    void drift_is_refused_unless_asked_otherwise() {
        goal();
        assertThat(shell.stages.rolledBack().drift()).isEqualTo(DriftPolicy.ABORT);
        goal("--on-drift", "keep");
        assertThat(shell.stages.rolledBack().drift()).isEqualTo(DriftPolicy.KEEP);
        assertThat(shell.run("rollback", "-p", "clitest", "--on-drift", "maybe").err())
                .isEqualTo("error: --on-drift must be abort, keep or force, was 'maybe'\n");
    }

    @Test
    void a_status_of_one_run_shows_that_one() {
        assertThat(shell.run("status", RUN.value()).out()).isEqualTo("status of 1 runs\n");
        assertThat(shell.run("status", "20261121T023154Z-0000").err()).isEqualTo("""
                        error: there is no run 20261121T023154Z-0000
                          See 'ferry status' for those that there are.
                        """);
    }

    private RollbackGoal goal(String... options) {
        String[] words = new String[options.length + 4];
        System.arraycopy(new String[] {"rollback", "-p", "clitest", "--yes"}, 0, words, 0, 4);
        System.arraycopy(options, 0, words, 4, options.length);
        shell.run(words);
        return shell.stages.rolledBack().goal();
    }
}

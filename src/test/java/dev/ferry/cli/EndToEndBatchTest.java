package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.MigrationListener;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs that commit batch by batch, as a user has them. */
@NullMarked
class EndToEndBatchTest {
    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void source() {
        ferry = new EndToEndCommandLine(folder)
                .file("data/data.json", "{}")
                .file(
                        "data/metadata.json",
                        IntStream.range(0, 30)
                                .mapToObj(i -> "\"AS.100.%03d\": {}".formatted(i))
                                .collect(Collectors.joining(",\n", "{", "}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--workers 2",
                "--max-concurrent 2 --commit atomic",
                "--commit sometimes",
                "--commit batch --workers 0",
                "--commit batch --workers 65",
                "--commit atomic --resume",
                "--writer binary",
                "--max-errors -1"
            })
    void what_contradicts_itself_is_refused(String options) {
        Ended ended = ferry.run(("migrate -p courses data " + options).split(" "));
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(DatabaseDump.column(ferry.database, "SELECT to_regclass('courses.courses')::text"))
                .containsExactly("null");
    }

    @Test
    void generated_passwords_need_one_transaction() {
        Ended ended = ferry.run(
                "migrate", "-p", "school", "v1.json", "--commit", "batch", "--credentials-file", "credentials.csv");
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("give --commit atomic with --credentials-file");
    }

    @Test
    void an_interrupted_run_says_how_to_go_on_and_how_to_take_it_back() {
        Cancellation cancellation = new Cancellation();
        Ended ended = ferry.runHearing(
                cancellation,
                listener -> interrupting(listener, cancellation),
                "migrate -p courses data --commit batch --batch-size 5 --tag half".split(" "));
        assertThat(ended.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(ended.err())
                .containsPattern("interrupted; \\d batch(es)? of run \\S+ (is|are) committed")
                .contains("Go on with: ferry migrate -p courses ")
                .contains("--commit batch --batch-size 5 --resume")
                .contains("or take back what is there: ferry rollback -p courses --run ");

        JsonNode run = JsonMapper.shared()
                .readTree(ferry.run("status", "-p", "courses", "--json").out())
                .get("runs")
                .get(0);
        assertThat(run.get("status").asString()).isEqualTo("INTERRUPTED");
        assertThat(run.get("commit").asString()).isEqualTo("BATCH");
        assertThat(run.get("tag").asString()).isEqualTo("half");
        assertThat(run.get("batches").asLong()).isPositive();
        Ended status = ferry.run("status", "-p", "courses");
        assertThat(status.out())
                .contains("to go on:         ferry " + run.get("resume").asString())
                .contains("to take it back:  ferry " + run.get("undo").asString());

        Ended resumed = ferry.run(run.get("resume").asString().split(" "));
        assertThat(resumed.code()).isEqualTo(ExitCode.DONE);
        assertThat(resumed.err()).contains("Resuming run " + run.get("run").asString());
        assertThat(metadata()).isEqualTo(30);
        assertThat(ferry.run(run.get("resume").asString().split(" ")).code()).isEqualTo(ExitCode.USAGE);
        assertThat(ferry.run((run.get("undo").asString() + " --yes").split(" ")).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(metadata()).isZero();
    }

    @Test
    void a_run_over_which_the_limit_of_errors_goes_writes_nothing() {
        ferry.file(
                "data/metadata.json",
                IntStream.range(0, 30)
                        .mapToObj(i -> "\"AS.100.%03d\": {\"last_period_gathered\": %d}".formatted(i, i % 2))
                        .collect(Collectors.joining(",\n", "{", "}")));
        List<String> call = List.of("migrate", "-p", "courses", "data", "--force", "--max-errors", "3");
        Ended ended = ferry.run(call.toArray(String[]::new));
        assertThat(ended.code()).isEqualTo(ExitCode.CONTENT);
        assertThat(ended.out()).contains("at most 3 may be");
        assertThat(metadata()).isZero();
    }

    private long metadata() {
        return Long.parseLong(DatabaseDump.value(ferry.database, "SELECT count(*) FROM courses.course_metadata"));
    }

    /** Asks for the end when the first batch is there. */
    private MigrationListener interrupting(MigrationListener listener, Cancellation cancellation) {
        return new MigrationListener() {
            @Override
            public void started(RunId run, String tag) {
                listener.started(run, tag);
            }

            @Override
            public void progress(Progress progress) {
                if (DatabaseDump.value(ferry.database, "SELECT count(*) > 0 FROM ferry.run_checkpoints")
                        .equals("t")) {
                    cancellation.request();
                }
                listener.progress(progress);
            }
        };
    }
}

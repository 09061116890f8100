package dev.ferry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.fault.Scenario.Start;
import dev.ferry.write.WriterChoice;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short round of what {@code src/bench/faults} does at length. */
class FaultsTest {
    private static final long SEED = 20;
    private static final int SIZE = 6;

    @Test
    void whatever_fails_in_the_middle_nothing_is_lost_doubled_or_stuck() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Bench bench = new Bench(Files.createTempDirectory("ferry-faults"), SEED, SIZE)) {
            Faults faults = new Faults(bench, new PrintStream(said, true, StandardCharsets.UTF_8));
            int workers = bench.batches() ? 2 : 0;
            List<Plan> plans = List.of(
                    plan("classroom", FaultKind.KILL, Start.UPDATE, 0),
                    plan("classroom", FaultKind.CRASH_AT_COMMIT, Start.UPDATE, 0),
                    plan("apps", FaultKind.COMMIT_REPLY_LOST, Start.EMPTY, workers),
                    plan("apps", FaultKind.BACKEND, Start.EMPTY, workers));
            for (Plan plan : plans) {
                faults.round(plan, SEED);
            }
            assertThat(faults.tally().isClean())
                    .as(() -> said.toString(StandardCharsets.UTF_8))
                    .isTrue();
            assertThat(faults.tally().landed()).isGreaterThanOrEqualTo(plans.size() - 1);
        }
    }

    private static Plan plan(String profile, FaultKind kind, Start start, int workers) {
        return new Plan(0, SEED, profile, kind, new Scenario(start, workers, WriterChoice.AUTO), 20);
    }
}

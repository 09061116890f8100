package dev.ferry.fault;

import static org.assertj.core.api.Assertions.assertThat;

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
        List<FaultKind> kinds = List.of(
                FaultKind.KILL,
                FaultKind.BACKEND,
                FaultKind.COMMIT_LATE,
                FaultKind.COMMIT_REPLY_LOST,
                FaultKind.CRASH_AT_COMMIT);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Bench bench = new Bench(Files.createTempDirectory("ferry-faults"), SEED, SIZE)) {
            Faults faults = new Faults(bench, new PrintStream(said, true, StandardCharsets.UTF_8));
            for (int number = 0; number < kinds.size(); number++) {
                // The seed of its own lets each kind be met once.
                Plan plan = Plan.of(number, SEED, List.of("classroom"), List.of(kinds.get(number)), bench.batches());
                faults.round(plan, SEED);
            }
            assertThat(faults.tally().isClean())
                    .as(() -> said.toString(StandardCharsets.UTF_8))
                    .isTrue();
            assertThat(faults.tally().landed()).isGreaterThanOrEqualTo(kinds.size() - 1);
        }
    }
}

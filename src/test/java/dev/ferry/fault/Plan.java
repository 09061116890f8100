package dev.ferry.fault;

import dev.ferry.fault.Scenario.Start;
import dev.ferry.write.WriterChoice;
import java.util.List;
import java.util.Random;

/**
 * What a round is about; the same seed and number give the same.
 *
 * @param number from 0
 * @param seed of everything else that is left to chance
 */
record Plan(int number, long seed, String profile, FaultKind kind, Scenario scenario, int batchSize) {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final List<Start> STARTS = List.of(Start.values());
    private static final int MOST_WORKERS = 4;

    /**
     * The plan of a round.
     *
     * @param profiles taken in turn, and each takes the kinds in turn
     * @param batches whether runs may commit by batch
     */
    static Plan of(int number, long seed, List<String> profiles, List<FaultKind> kinds, boolean batches) {
        Random random = new Random(seed + number * SPREAD);
        int profile = number % profiles.size();
        // Each profile begins with another kind, so that few rounds meet many kinds.
        int kind = number / profiles.size() + profile * kinds.size() / profiles.size() + Math.floorMod(seed, 97);
        Start start = STARTS.get(random.nextInt(STARTS.size()));
        boolean byBatch = random.nextBoolean() && batches && start != Start.TRUNCATE;
        int workers = byBatch ? 1 + random.nextInt(MOST_WORKERS) : 0;
        return new Plan(
                number,
                random.nextLong(),
                profiles.get(profile),
                kinds.get(kind % kinds.size()),
                new Scenario(start, workers, random.nextBoolean() ? WriterChoice.COPY : WriterChoice.JDBC),
                20 + random.nextInt(80));
    }

    /** The fault, for a run that usually takes so long. */
    Fault fault(Baseline usual) {
        return Fault.of(kind, usual, new Random(seed));
    }

    @Override
    public String toString() {
        return "round " + number + ": " + profile + ", " + scenario + ", " + kind.title();
    }
}

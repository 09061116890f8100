package dev.ferry.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs rounds of faults and prints what they led to:
 * {@code [--rounds N] [--seed S] [--profile P] [--fault KIND] [--round K]}.
 *
 * <p>Ends with 0 where nothing was lost, doubled, stuck or wrong, with 1 where something was, with 2 where it was
 * called wrongly.
 */
public final class Faults {
    private static final int ROUNDS = 20;
    private static final int SIZE = 24;
    private static final int SHOWN = 5;
    private static final String USAGE =
            "faults [--rounds N] [--seed S] [--profile P] [--fault KIND] [--round K]: see src/bench/faults";

    private final Bench bench;
    private final PrintStream out;
    private final Tally tally = new Tally();

    Faults(Bench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
    }

    /** Runs what the arguments ask for, and exits. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> given = new HashMap<>();
        List<String> known = List.of("--rounds", "--seed", "--profile", "--fault", "--round");
        for (int i = 0; i < arguments.length; i += 2) {
            if (!known.contains(arguments[i]) || i + 1 == arguments.length) {
                System.err.println(USAGE);
                System.exit(2);
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        System.exit(run(given) ? 0 : 1);
    }

    private static boolean run(Map<String, String> given) throws IOException {
        long seed = given.containsKey("--seed")
                ? Long.parseLong(given.get("--seed"))
                : ThreadLocalRandom.current().nextInt(1_000_000);
        List<String> profiles = given.containsKey("--profile") ? List.of(given.get("--profile")) : Sources.PROFILES;
        List<FaultKind> kinds = given.containsKey("--fault")
                ? List.of(FaultKind.valueOf(given.get("--fault")))
                : List.of(FaultKind.values());
        int first = Integer.parseInt(given.getOrDefault("--round", "0"));
        int rounds = given.containsKey("--round") ? 1 : Integer.parseInt(given.getOrDefault("--rounds", "" + ROUNDS));
        System.out.println("seed " + seed + ", " + rounds + " rounds");
        try (Bench bench = new Bench(Files.createTempDirectory("ferry-faults"), seed, SIZE)) {
            Faults faults = new Faults(bench, System.out);
            for (int number = first; number < first + rounds; number++) {
                faults.round(Plan.of(number, seed, profiles, kinds, bench.batches()), seed);
            }
            System.out.print(faults.tally.table());
            return faults.tally.isClean();
        }
    }

    /** Runs a round, and tells of it at once where something is wrong. */
    void round(Plan plan, long seed) throws IOException {
        long begin = System.nanoTime();
        Outcome outcome = outcome(plan);
        tally.add(plan, outcome);
        out.printf(
                "%s: %s%s, %d ms%n",
                plan,
                outcome.isClean() ? "well" : "NOT WELL",
                outcome.landed() ? "" : " (the fault came too late)",
                (System.nanoTime() - begin) / 1_000_000);
        if (!outcome.isClean()) {
            out.println("  repeat it with --seed " + seed + " --round " + plan.number());
            outcome.stuck().forEach(line -> out.println("  stuck: " + line));
            outcome.wrong().forEach(line -> out.println("  wrong: " + line));
            rows("lost", outcome.lost());
            rows("doubled", outcome.doubled());
        }
    }

    /** A round whose undisturbed runs fail already is wrong, and ends no other. */
    private Outcome outcome(Plan plan) throws IOException {
        try {
            return Round.run(bench, plan);
        } catch (IllegalStateException e) {
            return new Outcome(false, List.of(), List.of(), List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private void rows(String what, List<String> rows) {
        rows.stream().limit(SHOWN).forEach(row -> out.println("  " + what + ": " + row));
        if (rows.size() > SHOWN) {
            out.println("  " + what + ": and " + (rows.size() - SHOWN) + " more");
        }
    }

    Tally tally() {
        return tally;
    }
}

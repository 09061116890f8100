package dev.ferry.fault;

import dev.ferry.fault.Scenario.Start;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A profile's sources, the states that runs meet, and what undisturbed runs make of them. */
final class Fixture {
    private final Bench bench;
    private final String profile;
    private final Path folder;
    private final Path source;
    private final RunsSeen earlierRuns;
    private final Map<Scenario, Baseline> baselines = new HashMap<>();

    Fixture(Bench bench, String profile, long seed, int size) {
        this.bench = bench;
        this.profile = profile;
        try {
            folder = Files.createDirectories(bench.folder().resolve("fixture-" + profile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sources sources = new Sources(bench, folder, seed);
        Path earlier = sources.write(profile, "earlier", size * 2 / 3);
        source = sources.write(profile, "present", size);
        bench.server().copy("template1", earlierState());
        bench.run(folder, earlierState(), "migrate", "-p", profile, earlier.toString());
        earlierRuns = RunsSeen.in(bench.server().jdbc(earlierState()));
    }

    private String earlierState() {
        return "earlier_" + profile;
    }

    /** Makes a database in the state that the scenario meets. */
    void prepare(Scenario scenario, String database) {
        bench.server().copy(scenario.start() == Start.EMPTY ? "template1" : earlierState(), database);
    }

    /** The runs that the scenario meets. */
    RunsSeen runsBefore(Scenario scenario) {
        return scenario.start() == Start.EMPTY ? new RunsSeen(List.of()) : earlierRuns;
    }

    /** The command that the scenario is about. */
    List<String> migrate(Scenario scenario, int batchSize) {
        List<String> words = new ArrayList<>(List.of("migrate", "-p", profile, source.toString(), "--batch-size"));
        words.add(Integer.toString(batchSize));
        words.addAll(scenario.options());
        return words;
    }

    /** What the scenario takes and leaves when nothing disturbs it. */
    Baseline baseline(Scenario scenario, int batchSize) {
        return baselines.computeIfAbsent(scenario.usual(), usual -> measure(usual, batchSize));
    }

    private Baseline measure(Scenario scenario, int batchSize) {
        String database = "usual_" + profile;
        prepare(scenario, database);
        Watch watch = Watch.only();
        bench.proxy().show(watch);
        long begin = System.nanoTime();
        bench.run(folder, database, migrate(scenario, batchSize));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        bench.proxy().show(Watch.only());
        Baseline baseline = new Baseline(millis, watch.messages(), watch.commits(), bench.rows(database, profile));
        bench.server().drop(database);
        if (baseline.rows().size() == 0) {
            throw new IllegalStateException(profile + ", " + scenario + ": no rows to lose");
        }
        return baseline;
    }
}

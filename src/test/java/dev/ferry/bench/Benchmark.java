package dev.ferry.bench;

import dev.ferry.bench.Options.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the benchmark: see {@link Options#USAGE}. Without arguments all of it, whose results go to {@code src/bench/results.txt}.
 *
 * <p>Ends with 0, with 1 where a way left other rows than the others, with 2 where it was called wrongly. Slowness is no failure:
 * it is told.
 */
public final class Benchmark {
    private static final Path RESULTS = Path.of("src/bench/results.txt");

    private final Target target;
    private final Options options;
    private final Report report;

    Benchmark(Target target, Options options, Report report) {
        this.target = target;
        this.options = options;
        this.report = report;
    }

    /** Runs what the arguments ask for, and exits. */
    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        Report report = new Report(System.out);
        Target target = new Target(Path.of(System.getProperty("ferry.work")));
        // Also where somebody interrupts it.
        Runtime.getRuntime().addShutdownHook(new Thread(target::close));
        new Benchmark(target, options, report).run();
        if (options.complete() && report.isClean()) {
            Files.writeString(RESULTS, report.text());
        }
        System.exit(report.isClean() ? 0 : 1);
    }

    /** Runs the parts that were asked for. */
    void run() throws IOException {
        Machine.tell(report, target);
        for (Part part : options.parts()) {
            switch (part) {
                case COMPARE -> options.shapes().forEach(shape -> new Comparison(target, shape, options, report).run());
                case SIZES -> {
                    Growth growth = new Growth(target, report);
                    options.shapes().forEach(shape -> growth.sizes(shape, options.largest()));
                    growth.promises();
                }
                case MEMORY -> new Growth(target, report).memory(options.largest());
                case PROFILE -> {
                    for (Shape shape : options.shapes()) {
                        new Stages(target, shape, options.rows(), report).run();
                    }
                }
            }
        }
    }
}

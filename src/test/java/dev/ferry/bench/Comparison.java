package dev.ferry.bench;

import dev.ferry.bench.Way.Start;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of a shape: every way in turns, each from the same state, each checked for the same rows. */
final class Comparison {
    private static final String ROW = "%-40s %9s %15s %6s %7s %7s %7s %5s";

    private final Target target;
    private final Shape shape;
    private final Options options;
    private final Report report;
    private final Path source;
    private final List<Way> ways;
    private final Map<Way, List<Measured>> results = new EnumMap<>(Way.class);

    Comparison(Target target, Shape shape, Options options, Report report) {
        this.target = target;
        this.shape = shape;
        this.options = options;
        this.report = report;
        this.source = shape.generate(target, options.rows());
        this.ways = Way.of(shape).stream().filter(options.ways()::contains).toList();
    }

    /** Runs all rounds and tells the medians. */
    void run() {
        // The run that makes the files for COPY also brings source and programs into the file system's cache.
        fill();
        List<String> rows = target.rows(shape);
        target.export(shape, "csv");
        target.export(shape, "binary");
        for (int round = 0; round < options.rounds(); round++) {
            boolean filled = false;
            for (Way way : ways) {
                if (round < way.rounds(options.rounds())) {
                    prepare(way, filled);
                    Measured measured = way.command(shape, source, target).measure(target);
                    report.progress(shape, "round " + (round + 1) + ", " + way.option(), measured);
                    results.computeIfAbsent(way, key -> new ArrayList<>()).add(measured);
                    if (way.start() != Start.ANY) {
                        check(way, rows);
                        filled = way.isFerry();
                    }
                }
            }
        }
        tell();
    }

    private void fill() {
        target.empty(shape);
        Ferry.migrate(target, "", shape, source).measure(target);
    }

    private void prepare(Way way, boolean filled) {
        if (way.start() == Start.EMPTY) {
            target.empty(shape);
        } else if (way.start() == Start.FILLED) {
            if (!filled) {
                fill();
            }
            target.settle();
        }
    }

    private void check(Way way, List<String> expected) {
        List<String> found = target.rows(shape);
        if (!found.equals(expected)) {
            report.failure(shape.label() + ", " + way.option() + ": the rows are " + found + ", not " + expected);
        }
    }

    private void tell() {
        report.line("");
        report.line(
                "%s: %,d records, %s MiB of JSON, into %,d rows; rounds: %d",
                shape.label(),
                options.rows(),
                Report.mebibytes(Shape.size(source)),
                target.count(shape),
                options.rounds());
        report.line(ROW, "", "median s", "min-max s", "ratio", "client", "server", "memory", "heap");
        results.forEach(this::tell);
    }

    private void tell(Way way, List<Measured> all) {
        List<Measured> copies = results.getOrDefault(Way.COPY_CSV, List.of());
        double seconds = Measured.median(all, Measured::seconds);
        report.line(
                ROW,
                way.label(),
                Report.decimals(seconds),
                Report.decimals(Measured.min(all, Measured::seconds)) + "-"
                        + Report.decimals(Measured.max(all, Measured::seconds)),
                copies.isEmpty() ? "" : Report.decimals(seconds / Measured.median(copies, Measured::seconds)),
                Report.decimals(Measured.median(all, Measured::clientCpu)),
                Report.decimals(Measured.median(all, Measured::serverCpu)),
                Report.mebibytes(Measured.most(all, Measured::memory)),
                Report.mebibytes(Measured.most(all, Measured::heap)));
    }
}

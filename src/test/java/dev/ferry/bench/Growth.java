package dev.ferry.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What Ferry takes for few records and for many: the sizes of a shape, the sizes promised, and a small heap. */
final class Growth {
    private static final int SMALLEST = 3_000;
    private static final int STEP = 10;

    /** Up to this many records a run is short, and what else the machine does counts: the median of three is told. */
    private static final int SMALL = 30_000;

    private static final int REPEATS = 3;

    /** The same records take less and less time each; what is measured of that is not exact. */
    private static final double TOLERANCE = 0.95;

    private static final String SMALL_HEAP = "-Xmx256m";

    /** About 11 MiB, 105 MiB and 1 GiB. */
    private static final int[] FILES = {12_000, 120_000, 1_200_000};

    private static final String ROW = "%-10s %11s %9s %11s %7s %7s %7s %5s  %s";

    private final Target target;
    private final Report report;

    Growth(Target target, Report report) {
        this.target = target;
        this.report = report;
    }

    /** Loads a shape in sizes that grow tenfold, each as the profile has it, and tells records a second. */
    void sizes(Shape shape, int largest) {
        report.line("");
        report.line("cost against size, defaults of the profile");
        header();
        double before = 0;
        for (int records = SMALLEST; records <= largest; records *= STEP) {
            Measured measured = measure(shape, records, "", records <= SMALL ? REPEATS : 1);
            double rate = records / measured.seconds();
            row(shape, records, measured, rate < before * TOLERANCE ? "FEWER records a second than before" : "");
            before = rate;
        }
    }

    /** Loads the sizes that earlier systems promised, and tells whether the time was kept. */
    void promises() {
        report.line("");
        report.line("times that earlier systems promised");
        header();
        promise(Shape.COURSES, 1_000, 5);
        promise(Shape.COURSES, 10_000, 30);
        promise(Shape.USERS, 100_000, 300);
    }

    private void promise(Shape shape, int records, int seconds) {
        Measured measured = measure(shape, records, "", REPEATS);
        row(
                shape,
                records,
                measured,
                "promised in " + seconds + " s: " + (measured.seconds() <= seconds ? "kept" : "NOT KEPT"));
    }

    /** Loads up to 1 GiB in a small heap by each lane, and tells how much of it was needed. */
    void memory(int largest) {
        for (String writer : List.of("jdbc", "copy")) {
            report.line("");
            report.line("memory against size at %s, %s lane", SMALL_HEAP, writer);
            header();
            for (int records :
                    IntStream.of(FILES).filter(file -> file <= largest).toArray()) {
                row(Shape.COURSES, records, measure(Shape.COURSES, records, SMALL_HEAP, 1, "--writer", writer), "");
            }
        }
    }

    private Measured measure(Shape shape, int records, String java, int repeats, String... options) {
        Path source = shape.generate(target, records);
        List<Measured> all = new ArrayList<>();
        IntStream.range(0, repeats).forEach(repeat -> {
            target.empty(shape);
            Measured measured =
                    Ferry.migrate(target, java, shape, source, options).measure(target);
            report.progress(shape, records + " records", measured);
            all.add(measured);
        });
        long rows = target.count(shape);
        if (rows != shape.rows(records)) {
            report.failure(shape.label() + ", " + records + " records: " + rows + " rows");
        }
        return new Measured(
                Measured.median(all, Measured::seconds),
                Measured.median(all, Measured::clientCpu),
                Measured.median(all, Measured::serverCpu),
                Measured.most(all, Measured::memory),
                Measured.most(all, Measured::heap));
    }

    private void header() {
        report.line(ROW, "", "records", "seconds", "records/s", "client", "server", "memory", "heap", "");
    }

    private void row(Shape shape, int records, Measured measured, String remark) {
        report.line(
                ROW,
                shape.label(),
                String.format(Locale.ROOT, "%,d", records),
                Report.decimals(measured.seconds()),
                String.format(Locale.ROOT, "%,.0f", records / measured.seconds()),
                Report.decimals(measured.clientCpu()),
                Report.decimals(measured.serverCpu()),
                Report.mebibytes(measured.memory()),
                Report.mebibytes(measured.heap()),
                remark);
    }
}

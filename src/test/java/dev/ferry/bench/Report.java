package dev.ferry.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the benchmark says, line by line as it comes, and what it found wrong. */
final class Report {
    private static final double MEBIBYTE = 1 << 20;

    private final PrintStream out;
    private final StringBuilder text = new StringBuilder();
    private final List<String> failures = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    /** Says a line of the results, formatted as in {@link String#format}. */
    void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values).stripTrailing();
        out.println(line);
        text.append(line).append('\n');
    }

    /** Says how far it is, which is no result. */
    void progress(Shape shape, String what, Measured measured) {
        System.err.println(shape.label() + ", " + what + ": " + decimals(measured.seconds()) + " s");
    }

    /** Says that something is not as it must be. */
    void failure(String what) {
        failures.add(what);
        line("FAILED: %s", what);
    }

    boolean isClean() {
        return failures.isEmpty();
    }

    String text() {
        return text.toString();
    }

    /** Bytes as a number of MiB; nothing where there are none. */
    static String mebibytes(long bytes) {
        return bytes == 0 ? "" : String.format(Locale.ROOT, "%.0f", bytes / MEBIBYTE);
    }

    /** A number with two decimals. */
    static String decimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}

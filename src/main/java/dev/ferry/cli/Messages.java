package dev.ferry.cli;

import dev.ferry.redaction.Redactor;
import dev.ferry.report.Visible;
import java.io.PrintStream;
import java.util.stream.Collectors;

/**
 * Standard error: everything that is not the result, without secrets, and without what would act on a terminal. Thread-safe,
 * since an interrupt speaks from a thread of its own.
 */
final class Messages {
    /** The longest line that is of use to anybody; a name that was typed or read may be longer. */
    private static final int LONGEST_LINE = 4_000;

    private static final String ERASE_LINE = "\r\u001B[2K";

    private final PrintStream err;
    private final Redactor redactor;
    private Style style = Style.PLAIN;
    private boolean drawn;

    Messages(PrintStream err, Redactor redactor) {
        this.err = err;
        this.redactor = redactor;
    }

    /** Dresses what follows. */
    synchronized void dress(Style newStyle) {
        style = newStyle;
    }

    /** A line of its own. */
    synchronized void line(String text) {
        line("", text);
    }

    /** Something that does not stop the command. */
    synchronized void warning(String text) {
        line(bold("33", "warning: "), text);
    }

    /** Something that does. */
    synchronized void error(String text) {
        line(bold("31", "error: "), text);
    }

    private void line(String label, String text) {
        erase();
        err.print(label + safe(text) + "\n");
        err.flush();
    }

    /** A question, with the cursor left behind it. */
    synchronized void question(String text) {
        erase();
        err.print(safe(text));
        err.flush();
    }

    /** Draws a line over the one drawn before; anything else erases it. */
    synchronized void draw(String text) {
        err.print(ERASE_LINE + safe(text));
        err.flush();
        drawn = true;
    }

    /** Takes away what was drawn. */
    synchronized void erase() {
        if (drawn) {
            err.print(ERASE_LINE);
            drawn = false;
        }
    }

    /** Names of files and what users typed may hold anything. */
    private String safe(String text) {
        return Visible.lines(redactor.redact(text))
                .lines()
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…")
                .collect(Collectors.joining("\n"));
    }

    private String bold(String color, String text) {
        return style == Style.COLORED ? "\u001B[1;" + color + "m" + text + "\u001B[0m" : text;
    }
}

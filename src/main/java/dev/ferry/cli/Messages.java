package dev.ferry.cli;

import dev.ferry.redaction.Redactor;
import java.io.PrintStream;

/**
 * Standard error: everything that is not the result, without secrets. Thread-safe, since an interrupt speaks from a thread of
 * its own.
 */
final class Messages {
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
        erase();
        err.print(redactor.redact(text) + "\n");
        err.flush();
    }

    /** Something that does not stop the command. */
    void warning(String text) {
        line(bold("33", "warning: ") + text);
    }

    /** Something that does. */
    void error(String text) {
        line(bold("31", "error: ") + text);
    }

    /** A question, with the cursor left behind it. */
    synchronized void question(String text) {
        erase();
        err.print(redactor.redact(text));
        err.flush();
    }

    /** Draws a line over the one drawn before; anything else erases it. */
    synchronized void draw(String text) {
        err.print(ERASE_LINE + redactor.redact(text));
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

    private synchronized String bold(String color, String text) {
        return style == Style.COLORED ? "\u001B[1;" + color + "m" + text + "\u001B[0m" : text;
    }
}

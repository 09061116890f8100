package dev.ferry.cli.log;

import dev.ferry.failure.FerryException;
import java.sql.SQLException;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a failure with its stack trace. Messages of libraries stay out, since a driver's or a parser's message quotes the
 * rows that it worked on; SQL failures show their SQLSTATE instead.
 */
public final class Trace {
    private static final List<String> TRUSTED = List.of("java.io.", "java.nio.", "java.lang.", "java.util.");

    private Trace() {}

    /** The failure, its causes and where each came from. */
    public static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String label = "";
        for (@Nullable Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            // Further lines of a message are no events.
            text.append(label).append(headline(cause).replace("\n", "\n    ")).append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                text.append("    at ").append(frame).append('\n');
            }
            label = "caused by ";
        }
        return text.toString();
    }

    /** The failure's class, and its message where that carries no values of rows. */
    public static String headline(Throwable failure) {
        String name = failure.getClass().getName();
        if (failure instanceof SQLException sql) {
            return name + " (SQLSTATE " + sql.getSQLState() + ")";
        }
        boolean trusted = failure instanceof FerryException || TRUSTED.stream().anyMatch(name::startsWith);
        boolean quotesInput = failure instanceof NumberFormatException || failure instanceof DateTimeParseException;
        String message = failure.getMessage();
        return trusted && !quotesInput && message != null ? name + ": " + message : name;
    }
}

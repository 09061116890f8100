package dev.ferry.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.regex.Pattern;

/**
 * Lets in what libraries say only where it is a warning, whatever level their loggers have: below that they quote statements
 * with their parameters, and rows.
 */
final class LibraryEvents extends Filter<ILoggingEvent> {
    private static final String OWN = "dev.ferry.";

    /** Where a message of PostgreSQL, its driver or Liquibase begins to quote rows and statements. */
    private static final Pattern QUOTES = Pattern.compile(
            "(?s)\\R.*|\\s*(?:\\b(?:Detail|Where|Hint|Context|Parameters?|Batch entry)\\b|\\bKey \\(|Failing row"
                    + "|\\[Failed SQL|\\[insert |\\[update |\\[select |<-).*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return isOwn(event) || event.getLevel().isGreaterOrEqual(Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** An event's message, of a library only as far as it quotes nothing. */
    static String message(ILoggingEvent event) {
        String message = String.valueOf(event.getFormattedMessage());
        return isOwn(event) ? message : QUOTES.matcher(message).replaceFirst("");
    }

    private static boolean isOwn(ILoggingEvent event) {
        return event.getLoggerName().startsWith(OWN);
    }
}

package dev.ferry.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.ferry.redaction.Redactor;
import dev.ferry.report.Visible;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes an event as one line, and a failure's stack trace below it; hidden characters forge no lines
 * and act on no terminal.
 */
final class LineEncoder extends EncoderBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Redactor redactor;

    LineEncoder(Redactor redactor) {
        this.redactor = redactor;
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String logger = event.getLoggerName();
        StringBuilder line = new StringBuilder()
                .append(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
                .append(String.format(Locale.ROOT, " %-5s ", event.getLevel()))
                .append(logger.substring(logger.lastIndexOf('.') + 1))
                .append(" - ")
                .append(CONTROL.matcher(LibraryEvents.message(event)).replaceAll("?"))
                .append('\n');
        if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
            line.append(Trace.of(proxy.getThrowable()));
        }
        return Visible.lines(redactor.redact(line.toString())).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}

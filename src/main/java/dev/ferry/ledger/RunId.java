package dev.ferry.ledger;

import dev.ferry.failure.UsageException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names a run so that names sort by time and can be typed: {@code 20261121T023154Z-7f3a}.
 *
 * @param value the start in UTC to the second, and four random hexadecimal digits
 */
public record RunId(String value) implements Comparable<RunId> {
    private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{4}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new UsageException("'" + value + "' is not a run id such as 20261121T023154Z-7f3a", null);
        }
    }

    /** A new id for a run that starts at this instant. */
    public static RunId startingAt(Instant start) {
        return new RunId(TIME.format(start) + String.format(Locale.ROOT, "-%04x", RANDOM.nextInt(0x10000)));
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

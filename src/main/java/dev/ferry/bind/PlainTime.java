package dev.ferry.bind;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * Reads dates and timestamps in the one form that almost all have, in a small part of the time that a formatter takes; all
 * others are left to that. Values that do not exist throw a {@link java.time.DateTimeException}, as a formatter does.
 */
final class PlainTime {
    private static final int DATE = "YYYY-MM-DD".length();
    private static final int TIMESTAMP = "YYYY-MM-DDThh:mm:ss".length();
    private static final int OFFSET = "+hh:mm".length();
    private static final int NANO_DIGITS = 9;

    private PlainTime() {}

    /** The date that a text of the form {@code YYYY-MM-DD} says. */
    static Optional<LocalDate> date(String text) {
        return text.length() == DATE ? dateBefore(text) : Optional.empty();
    }

    /**
     * The time that a text of the form {@code YYYY-MM-DDThh:mm:ss} says, with up to nine decimals and with {@code Z},
     * {@code +hh:mm} or no offset: an {@link OffsetDateTime}, or a {@link LocalDateTime} where it has none.
     */
    static Optional<TemporalAccessor> timestamp(String text) {
        if (text.length() < TIMESTAMP || text.charAt(10) != 'T' || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return Optional.empty();
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, TIMESTAMP);
        int end = endOfFraction(text);
        int nano = end == TIMESTAMP ? 0 : digits(text, TIMESTAMP + 1, end);
        if ((hour | minute | second | nano) < 0) {
            return Optional.empty();
        }
        for (int i = end; i > TIMESTAMP && i <= TIMESTAMP + NANO_DIGITS; i++) {
            nano *= 10;
        }
        int nanos = nano;
        return dateBefore(text).flatMap(date -> at(date.atTime(hour, minute, second, nanos), text, end));
    }

    private static Optional<LocalDate> dateBefore(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, DATE);
        return (year | month | day) < 0 || text.charAt(4) != '-' || text.charAt(7) != '-'
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }

    /** The index behind the decimals, if there are any, and no more than a nanosecond has. */
    private static int endOfFraction(String text) {
        if (text.length() < TIMESTAMP + 2 || text.charAt(TIMESTAMP) != '.') {
            return TIMESTAMP;
        }
        int end = TIMESTAMP + 1;
        while (end < text.length() && end <= TIMESTAMP + NANO_DIGITS && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Optional<TemporalAccessor> at(LocalDateTime time, String text, int end) {
        int left = text.length() - end;
        if (left == 0) {
            return Optional.of(time);
        }
        char sign = text.charAt(end);
        if (left == 1 && sign == 'Z') {
            return Optional.of(time.atOffset(ZoneOffset.UTC));
        }
        if (left != OFFSET || (sign != '+' && sign != '-') || text.charAt(end + 3) != ':') {
            return Optional.empty();
        }
        int hours = digits(text, end + 1, end + 3);
        int minutes = digits(text, end + 4, end + OFFSET);
        if ((hours | minutes) < 0) {
            return Optional.empty();
        }
        return Optional.of(time.atOffset(
                sign == '+' ? ZoneOffset.ofHoursMinutes(hours, minutes) : ZoneOffset.ofHoursMinutes(-hours, -minutes)));
    }

    /** The number that a few digits make, negative where there is anything else or nothing. */
    private static int digits(String text, int from, int to) {
        int number = from < to ? 0 : -1;
        for (int i = from; i < to && number >= 0; i++) {
            number = isDigit(text.charAt(i)) ? number * 10 + (text.charAt(i) - '0') : -1;
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

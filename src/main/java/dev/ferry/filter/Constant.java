package dev.ferry.filter;

import dev.ferry.failure.UsageException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Reads the values that stand in a filter, each as its field's kind asks. */
final class Constant {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    /** As RFC 3339 and PostgreSQL write points in time; a date alone is its first moment. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(TIME)
            .appendPattern("[' '][XXX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private final FilterText filter;
    private final ZoneId zone;

    /** @param zone the zone of timestamps that name none */
    Constant(FilterText filter, ZoneId zone) {
        this.filter = filter;
        this.zone = zone;
    }

    /**
     * A value in the form in which it is compared; empty for NULL.
     *
     * @throws UsageException where it is of another kind than its field
     */
    Optional<Object> value(Syntax.Literal literal, Field field) {
        if (literal instanceof Syntax.Null) {
            return Optional.empty();
        }
        if (literal instanceof Syntax.Time time && field.kind() == kind(time)) {
            return Optional.of(parsed(time.value(), literal, field));
        }
        if (literal instanceof Syntax.Time time && field.kind() == Kind.TIMESTAMP) {
            return Optional.of(startOfDay(time, field));
        }
        if (literal instanceof Syntax.Text text && field.kind() == Kind.TEXT) {
            return Optional.of(text.value());
        }
        if (literal instanceof Syntax.Text text && field.kind() != Kind.NUMBER && field.kind() != Kind.FLAG) {
            return Optional.of(parsed(text.value(), literal, field));
        }
        if (literal instanceof Syntax.Figure figure && field.kind() == Kind.NUMBER) {
            return Optional.of(figure.value());
        }
        if (literal instanceof Syntax.Flag flag && field.kind() == Kind.FLAG) {
            return Optional.of(flag.value());
        }
        throw refused(literal, field);
    }

    private static Kind kind(Syntax.Time time) {
        return time.unit() == Syntax.Time.Unit.DATE ? Kind.DATE : Kind.TIMESTAMP;
    }

    private Object startOfDay(Syntax.Time date, Field field) {
        try {
            return requireInRange(
                    LocalDate.parse(date.value(), DATE).atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            throw refused(date, field);
        }
    }

    private Object parsed(String text, Syntax.Literal literal, Field field) {
        try {
            return switch (field.kind()) {
                case DATE -> requireYear(LocalDate.parse(text, DATE));
                case TIME -> LocalTime.parse(text, TIME);
                default -> requireInRange(timestamp(text));
            };
        } catch (DateTimeException e) {
            throw refused(literal, field);
        }
    }

    private Instant timestamp(String text) {
        TemporalAccessor read = TIMESTAMP.parse(text);
        LocalDate date = LocalDate.from(read);
        if (!read.isSupported(ChronoField.HOUR_OF_DAY)) {
            return date.atStartOfDay(zone).toInstant();
        }
        LocalDateTime local = date.atTime(LocalTime.from(read));
        if (read.isSupported(ChronoField.OFFSET_SECONDS)) {
            return local.toInstant(ZoneOffset.from(read));
        }
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new DateTimeException("clocks went forward");
        }
        return local.atZone(zone).toInstant();
    }

    /** Neither a source's timestamps nor PostgreSQL's have a year 0. */
    private static Instant requireInRange(Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        requireYear(utc.toLocalDate());
        return instant;
    }

    private static LocalDate requireYear(LocalDate date) {
        if (date.getYear() < 1) {
            throw new DateTimeException("year " + date.getYear());
        }
        return date;
    }

    private UsageException refused(Syntax.Literal literal, Field field) {
        String written = written(literal);
        String what = "'" + field.name() + "' is " + field.kind() + ", and " + written + " is no " + noun(field.kind());
        return filter.refused(literal.at(), what, advice(field.kind()));
    }

    private static String written(Syntax.Literal literal) {
        if (literal instanceof Syntax.Text text) {
            return written(text.value());
        }
        if (literal instanceof Syntax.Figure figure) {
            return written(figure.value());
        }
        if (literal instanceof Syntax.Flag flag) {
            return written(flag.value());
        }
        return literal instanceof Syntax.Time time ? time.unit() + " " + written(time.value()) : "NULL";
    }

    /** A value as a filter holds it. */
    static String written(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toString();
        }
        return value instanceof Boolean flag
                ? flag.toString().toUpperCase(Locale.ROOT)
                : "'" + value.toString().replace("'", "''") + "'";
    }

    private static String noun(Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case FLAG -> "truth value";
            case NUMBER -> "number";
            case DATE -> "date";
            case TIME -> "time of day";
            case TIMESTAMP -> "point in time";
        };
    }

    private String advice(Kind kind) {
        return switch (kind) {
            case TEXT -> "Write texts in single quotes: 'abc'.";
            case FLAG -> "Write TRUE or FALSE, without quotes.";
            case NUMBER -> "Write numbers without quotes: 12 or -1.5.";
            case DATE -> "Write dates as '2024-01-31'.";
            case TIME -> "Write times of day as '10:00' or '10:00:30'.";
            case TIMESTAMP ->
                "Write '2024-01-31', '2024-01-31 10:00' or '2024-01-31T10:00:00Z'; without an offset it is"
                        + " a time in the zone " + zone + ", which must have it.";
        };
    }
}

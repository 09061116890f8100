package dev.ferry.bind;

import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * How a scalar must be written. Nothing is converted: a text is no number, a number no text, 1.0 no whole number. Only where
 * the source has no types a text may say it, or the characters of another scalar may be the text.
 *
 * @param expected what must stand there, for a message
 * @param token the token that it must be
 * @param reader gives the value, or null where such a token is no such value; the parser stays at the token
 * @param saidBy gives what the characters of any scalar say in a source without types
 */
record ScalarType<T>(
        String expected,
        JsonToken token,
        Function<JsonParser, @Nullable T> reader,
        Function<String, Optional<T>> saidBy) {
    static final ScalarType<String> TEXT =
            new ScalarType<>("text", JsonToken.VALUE_STRING, JsonParser::getString, Optional::of);

    static final ScalarType<Integer> INTEGER = new ScalarType<>(
            "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE,
            JsonToken.VALUE_NUMBER_INT,
            p -> p.getNumberType() == NumberType.INT ? (Integer) p.getIntValue() : null,
            text -> ScalarText.whole(text, Integer.SIZE - 1).map(BigInteger::intValueExact));

    static final ScalarType<Long> LONG = new ScalarType<>(
            "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE,
            JsonToken.VALUE_NUMBER_INT,
            p -> p.getNumberType() != NumberType.BIG_INTEGER ? (Long) p.getLongValue() : null,
            text -> ScalarText.whole(text, Long.SIZE - 1).map(BigInteger::longValueExact));

    static final ScalarType<BigInteger> BIG_INTEGER = new ScalarType<>(
            "a whole number",
            JsonToken.VALUE_NUMBER_INT,
            JsonParser::getBigIntegerValue,
            text -> ScalarText.whole(text, Integer.MAX_VALUE));

    /** Whole numbers too: see {@link #read}. */
    static final ScalarType<BigDecimal> DECIMAL = new ScalarType<>(
            "a number", JsonToken.VALUE_NUMBER_FLOAT, JsonParser::getDecimalValue, ScalarText::decimal);

    /** Either of two tokens: see {@link #read}. */
    static final ScalarType<Boolean> BOOLEAN = new ScalarType<>(
            "true or false", JsonToken.VALUE_TRUE, p -> p.hasToken(JsonToken.VALUE_TRUE), ScalarText::truth);

    static final ScalarType<LocalDate> DATE = new ScalarType<>(
            "an existing date as YYYY-MM-DD", JsonToken.VALUE_STRING, ScalarType::readDate, ScalarType::nothingElse);

    /** PostgreSQL keeps a time to the microsecond (documentation, "Date/Time Types"), so there are six digits at most. */
    private static final DateTimeFormatter TIME_FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 6, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    static final ScalarType<LocalTime> TIME = new ScalarType<>(
            "an existing time of day as hh:mm, with or without seconds",
            JsonToken.VALUE_STRING,
            ScalarType::readTime,
            ScalarType::nothingElse);

    /** ISO 8601 with or without an offset, as RFC 3339 profiles it. */
    static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    /**
     * A point in time.
     *
     * @param zone the zone of those that name no offset
     */
    static ScalarType<Instant> timestamp(ZoneId zone) {
        return new ScalarType<>(
                "an existing timestamp as YYYY-MM-DDThh:mm:ss, with or without an offset",
                JsonToken.VALUE_STRING,
                parser -> readTimestamp(parser.getString(), zone),
                text -> Optional.ofNullable(readTimestamp(ScalarText.timestamp(text), zone)));
    }

    private static final int DATE_LENGTH = "YYYY-MM-DD".length();

    /** The value of the current token, null where it is none of this type. */
    @Nullable
    T read(JsonParser parser) {
        return accepts(parser.currentToken()) ? reader.apply(parser) : null;
    }

    /** The same in a source that has no types. */
    @Nullable
    T readSaid(JsonParser parser) {
        T value = read(parser);
        boolean scalar = parser.currentToken().isScalarValue() && !parser.hasToken(JsonToken.VALUE_NULL);
        return value == null && scalar ? saidBy.apply(parser.getString()).orElse(null) : value;
    }

    private static <T> Optional<T> nothingElse(String text) {
        return Optional.empty();
    }

    private boolean accepts(JsonToken found) {
        return found == token
                || (found == JsonToken.VALUE_NUMBER_INT && token == JsonToken.VALUE_NUMBER_FLOAT)
                || (found == JsonToken.VALUE_FALSE && token == JsonToken.VALUE_TRUE);
    }

    /** PostgreSQL has no year 0 (documentation, "Date/Time Types"), so there is none here. */
    private static @Nullable LocalDate readDate(JsonParser parser) {
        if (parser.getStringLength() != DATE_LENGTH) {
            return null;
        }
        try {
            String text = parser.getString();
            LocalDate date = PlainTime.date(text).orElseGet(() -> LocalDate.parse(text));
            return date.getYear() > 0 ? date : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalTime readTime(JsonParser parser) {
        try {
            return LocalTime.parse(parser.getString(), TIME_FORMAT);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant readTimestamp(String text, ZoneId zone) {
        try {
            TemporalAccessor read = PlainTime.timestamp(text).orElseGet(() -> TIMESTAMP.parse(text));
            LocalDateTime local = LocalDateTime.from(read);
            boolean hasOffset = read.isSupported(ChronoField.OFFSET_SECONDS);
            if (!hasOffset && zone.getRules().getValidOffsets(local).isEmpty()) {
                // Clocks went forward: the zone has no such time.
                return null;
            }
            OffsetDateTime time = (hasOffset
                            ? local.atOffset(ZoneOffset.from(read))
                            : local.atZone(zone).toOffsetDateTime())
                    .withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() > 0 ? time.toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

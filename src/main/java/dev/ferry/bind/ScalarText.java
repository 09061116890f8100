package dev.ferry.bind;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What texts say where a source has no types, see {@link dev.ferry.source.RawRecord.Form#TEXT}. */
final class ScalarText {
    /** RFC 8259, section 6. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");

    /** No number of a type that is asked for needs an exponent of more digits; others would take forever to write out. */
    private static final int MAX_LENGTH = 1_000;

    private static final int DATE_LENGTH = "YYYY-MM-DD".length();
    private static final Pattern HOURS_ONLY = Pattern.compile(".*[0-9][+-][0-9]{2}");

    private ScalarText() {}

    /** As PostgreSQL reads and writes them (documentation, "Boolean Type"), and 1 and 0. */
    static Optional<Boolean> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> Optional.of(true);
            case "false", "f", "no", "n", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A whole number of at most this many bits beside its sign. */
    static Optional<BigInteger> whole(String text, int bits) {
        return text.length() <= MAX_LENGTH && WHOLE.matcher(text).matches()
                ? Optional.of(new BigInteger(text)).filter(number -> number.bitLength() <= bits)
                : Optional.empty();
    }

    /** A number as JSON writes it, no longer in full than the limit for texts that are numbers. */
    static Optional<BigDecimal> decimal(String text) {
        if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text))
                    .filter(number -> Math.abs((long) number.scale()) + number.precision() <= MAX_LENGTH);
        } catch (NumberFormatException e) {
            // The exponent is beyond what an int holds.
            return Optional.empty();
        }
    }

    /** A timestamp in ISO 8601, of one as PostgreSQL writes it: a space before the time, an offset of hours alone. */
    static String timestamp(String text) {
        String iso = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
                : text;
        return iso.length() > DATE_LENGTH
                        && HOURS_ONLY.matcher(iso.substring(DATE_LENGTH)).matches()
                ? iso + ":00"
                : iso;
    }
}

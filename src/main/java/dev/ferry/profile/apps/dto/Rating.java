package dev.ferry.profile.apps.dto;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.source.RawRecord;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rating, written as a number or as text, with a point or a comma; it is kept exactly.
 *
 * @param text the text, or the number as it stands
 */
public record Rating(@JacksonInject(RawRecord.TEXT) String text) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.,][0-9]{1,30})?([eE][-+]?[0-9]{1,2})?");
    private static final BigDecimal MAX = BigDecimal.valueOf(5);
    private static final int DECIMALS = 2;

    /** The number; empty for a placeholder, and for what is no rating where the user asked not to validate. */
    public Optional<BigDecimal> value() {
        return isValid() && !isPlaceholder() ? Optional.of(number()) : Optional.empty();
    }

    /** Whether it says that there is no rating. */
    public boolean isPlaceholder() {
        return Placeholder.is(text);
    }

    boolean isValid() {
        return isPlaceholder() || (NUMBER.matcher(text.strip()).matches() && fits(number()));
    }

    private static boolean fits(BigDecimal number) {
        return number.signum() >= 0
                && number.compareTo(MAX) <= 0
                && number.stripTrailingZeros().scale() <= DECIMALS;
    }

    private BigDecimal number() {
        return new BigDecimal(text.strip().replace(',', '.'));
    }

    /** As it stands, for messages. */
    @Override
    public String toString() {
        return text;
    }
}

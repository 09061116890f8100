package dev.ferry.report;

import dev.ferry.failure.HiddenCharacters;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Makes text safe to look at: what a reader could not see, or what would act on a terminal or on the order of the
 * letters around it, is written as an escape such as {@code \u202e}.
 */
public final class Visible {
    private Visible() {}

    /** Text of several lines, such as a message to a terminal, with all but its line breaks as {@link #text}. */
    public static String lines(String raw) {
        return raw.codePoints().anyMatch(Visible::isHiddenInLine) ? escaped(raw, Visible::isHiddenInLine) : raw;
    }

    /** The text with control, format, line-separating and unpaired characters escaped. */
    static String text(String raw) {
        return HiddenCharacters.areIn(raw) ? escaped(raw, HiddenCharacters::isHidden) : raw;
    }

    /** The same, cut after so many code points, with a note of how long it was. */
    static String text(String raw, int maxCodePoints) {
        int length = raw.codePointCount(0, raw.length());
        if (length <= maxCodePoints) {
            return text(raw);
        }
        String start = raw.substring(0, raw.offsetByCodePoints(0, maxCodePoints));
        return text(start) + "… (" + Quantity.count(length) + " characters)";
    }

    /** The same, cut without a note. */
    static String cut(String raw, int maxCodePoints) {
        return raw.codePointCount(0, raw.length()) <= maxCodePoints
                ? raw
                : raw.substring(0, raw.offsetByCodePoints(0, maxCodePoints)) + "…";
    }

    /** The text with unpaired surrogates escaped, which no encoding can carry; anything else as it is. */
    static String wellFormed(String raw) {
        return raw.codePoints().anyMatch(Visible::isUnpaired) ? escaped(raw, Visible::isUnpaired) : raw;
    }

    private static boolean isUnpaired(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isHiddenInLine(int codePoint) {
        return codePoint != '\n' && HiddenCharacters.isHidden(codePoint);
    }

    private static String escaped(String raw, IntPredicate hidden) {
        StringBuilder text = new StringBuilder();
        raw.codePoints().forEach(codePoint -> {
            if (hidden.test(codePoint)) {
                text.append(escape(codePoint));
            } else {
                text.appendCodePoint(codePoint);
            }
        });
        return text.toString();
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                StringBuilder escape = new StringBuilder();
                for (char unit : Character.toChars(codePoint)) {
                    escape.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
                yield escape.toString();
            }
        };
    }
}

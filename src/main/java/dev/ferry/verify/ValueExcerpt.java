package dev.ferry.verify;

import java.util.Optional;

/** What a person needs to see of two values that differ: both whole where they are short, else where they begin to differ. */
public final class ValueExcerpt {
    /** The longest excerpt, in code points. */
    public static final int LONGEST = 98;

    /** What is shown before the first difference, in code points. */
    private static final int BEFORE = 30;

    private ValueExcerpt() {}

    /** What to show of one of them, beside the other. */
    public static Optional<String> of(Optional<String> value, Optional<String> other) {
        return value.map(text ->
                excerpt(text, other.map(against -> common(text, against)).orElse(0)));
    }

    /** How many characters both begin with. */
    private static int common(String one, String other) {
        int end = Math.min(one.length(), other.length());
        int same = 0;
        while (same < end && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        // Never between the halves of a surrogate pair.
        return same > 0 && Character.isHighSurrogate(one.charAt(same - 1)) ? same - 1 : same;
    }

    private static String excerpt(String text, int difference) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return text;
        }
        int start = Math.max(0, text.codePointCount(0, difference) - BEFORE);
        start = Math.min(start, length - LONGEST);
        int from = text.offsetByCodePoints(0, start);
        int to = text.offsetByCodePoints(from, LONGEST);
        return (start > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}

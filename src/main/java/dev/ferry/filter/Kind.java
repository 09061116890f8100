package dev.ferry.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What a field's values are, which of them can be compared with each other, and how. */
enum Kind {
    TEXT("text"),
    FLAG("TRUE or FALSE"),
    NUMBER("a number"),
    DATE("a date"),
    TIME("a time of day"),
    TIMESTAMP("a point in time");

    private static final Map<Class<?>, Kind> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(Boolean.class, FLAG),
            Map.entry(boolean.class, FLAG),
            Map.entry(Integer.class, NUMBER),
            Map.entry(int.class, NUMBER),
            Map.entry(Long.class, NUMBER),
            Map.entry(long.class, NUMBER),
            Map.entry(BigInteger.class, NUMBER),
            Map.entry(BigDecimal.class, NUMBER),
            Map.entry(LocalDate.class, DATE),
            Map.entry(LocalTime.class, TIME),
            Map.entry(Instant.class, TIMESTAMP));

    private final String phrase;

    Kind(String phrase) {
        this.phrase = phrase;
    }

    /** The kind of a component; empty where its values cannot be compared. */
    static Optional<Kind> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The order of its values, as SQL has it. */
    Comparator<Object> order() {
        return this == TEXT ? Kind::byCodePoints : Kind::naturally;
    }

    /** A value of a component in the one form in which it is compared. */
    static Object uniform(Object value) {
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return value instanceof Integer || value instanceof Long
                ? BigDecimal.valueOf(((Number) value).longValue())
                : value;
    }

    /** PostgreSQL's order of UTF-8 in the collation "C"; Java's own puts surrogates before U+E000. */
    private static int byCodePoints(Object leftText, Object rightText) {
        String left = (String) leftText;
        String right = (String) rightText;
        int same = Math.min(left.length(), right.length());
        for (int i = 0; i < same; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean oneIsHalf = Character.isSurrogate(a) != Character.isSurrogate(b);
                return oneIsHalf ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return left.length() - right.length();
    }

    @SuppressWarnings("unchecked") // A field's values are all of its kind.
    private static int naturally(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** The kind in words. */
    @Override
    public String toString() {
        return phrase;
    }
}

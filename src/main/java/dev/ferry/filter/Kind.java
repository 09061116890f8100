package dev.ferry.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** What a field's values are, which of them can be compared with each other, and how. */
enum Kind {
    TEXT("text", Set.of(String.class), Kind::byCodePoints),
    FLAG("TRUE or FALSE", Set.of(Boolean.class, boolean.class), Kind.<Boolean>natural()),
    NUMBER(
            "a number",
            Set.of(Integer.class, int.class, Long.class, long.class, BigInteger.class, BigDecimal.class),
            Kind.<BigDecimal>natural()),
    DATE("a date", Set.of(LocalDate.class), Kind.<LocalDate>natural()),
    TIME("a time of day", Set.of(LocalTime.class), Kind.<LocalTime>natural()),
    TIMESTAMP("a point in time", Set.of(Instant.class), Kind.<Instant>natural());

    private final String phrase;
    private final Set<Class<?>> types;
    private final Comparator<Object> order;

    Kind(String phrase, Set<Class<?>> types, Comparator<Object> order) {
        this.phrase = phrase;
        this.types = types;
        this.order = order;
    }

    /** The kind of a component; empty where its values cannot be compared. */
    static Optional<Kind> of(Class<?> type) {
        return Arrays.stream(values()).filter(kind -> kind.types.contains(type)).findFirst();
    }

    /** The order of its values, as SQL has it. */
    Comparator<Object> order() {
        return order;
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
    private static <T extends Comparable<? super T>> Comparator<Object> natural() {
        return (left, right) -> ((T) left).compareTo((T) right);
    }

    /** The kind in words. */
    @Override
    public String toString() {
        return phrase;
    }
}

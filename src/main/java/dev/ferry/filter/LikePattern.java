package dev.ferry.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pattern of a LIKE, as PostgreSQL reads it ("Pattern Matching"): {@code %} stands for any characters, {@code _} for one.
 *
 * @param parts its characters, one by one
 */
record LikePattern(List<Integer> parts, Case sensitivity) {
    private static final int ANY = -1;
    private static final int ONE = -2;

    /** Whether lower and upper case differ. */
    enum Case {
        /** They do: LIKE. */
        SENSITIVE,
        /** They do not: ILIKE. */
        INSENSITIVE
    }

    LikePattern {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a pattern.
     *
     * @param escape what makes the next character stand for itself: one character, or empty for nothing
     * @return empty where it ends with the escape
     */
    static Optional<LikePattern> of(String pattern, String escape, Case sensitivity) {
        int mark = escape.isEmpty() ? Integer.MIN_VALUE : escape.codePointAt(0);
        int[] points = pattern.codePoints().toArray();
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (points[i] == mark) {
                i++;
                if (i == points.length) {
                    return Optional.empty();
                }
                parts.add(folded(points[i], sensitivity));
            } else {
                parts.add(part(points[i], sensitivity));
            }
        }
        return Optional.of(new LikePattern(parts, sensitivity));
    }

    private static int part(int point, Case sensitivity) {
        return switch (point) {
            case '%' -> ANY;
            case '_' -> ONE;
            default -> folded(point, sensitivity);
        };
    }

    private static int folded(int point, Case sensitivity) {
        return sensitivity == Case.SENSITIVE ? point : Character.toLowerCase(point);
    }

    /** Whether a text is like this. */
    boolean matches(String text) {
        int[] points =
                text.codePoints().map(point -> folded(point, sensitivity)).toArray();
        int i = 0;
        int part = 0;
        int lastAny = -1;
        int resume = 0;
        while (i < points.length) {
            if (part < parts.size() && parts.get(part) == ANY) {
                lastAny = part++;
                resume = i;
            } else if (part < parts.size() && (parts.get(part) == ONE || parts.get(part) == points[i])) {
                part++;
                i++;
            } else if (lastAny >= 0) {
                part = lastAny + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return parts.subList(part, parts.size()).stream().allMatch(rest -> rest == ANY);
    }

    /**
     * The same pattern with a backslash as its escape; empty where a server may judge it otherwise: in its encoding another
     * character than ASCII may not exist or be several, and its lower case may not be Unicode's.
     */
    Optional<String> portable() {
        boolean ascii = parts.stream().allMatch(part -> part == ANY || (part > 0 && part < 0x80));
        return sensitivity == Case.SENSITIVE && ascii ? Optional.of(escapedBy("\\")) : Optional.empty();
    }

    private String escapedBy(String escape) {
        return parts.stream().map(part -> character(part, escape)).collect(Collectors.joining());
    }

    private static String character(int part, String escape) {
        return switch (part) {
            case ANY -> "%";
            case ONE -> "_";
            case '%', '_', '\\' -> escape + Character.toString(part);
            default -> Character.toString(part);
        };
    }

    @Override
    public String toString() {
        return escapedBy("\\");
    }
}

package dev.ferry.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a user may have meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The name nearest to what was written, if one is near: a third of it may differ. */
    public static Optional<String> near(String written, Collection<String> names) {
        String lower = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= Math.max(1, written.length() / 3))
                .min(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))));
    }

    /** The question that goes behind a message, empty where nothing is near. */
    public static String question(String written, Collection<String> names) {
        return near(written, names).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** Characters to insert, delete or replace to make one text of the other (Levenshtein's distance). */
    public static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}

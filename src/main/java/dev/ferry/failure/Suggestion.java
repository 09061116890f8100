package dev.ferry.failure;

import dev.ferry.source.Likeness;
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
                .filter(name ->
                        Likeness.distance(lower, name.toLowerCase(Locale.ROOT)) <= Math.max(1, written.length() / 3))
                .min(Comparator.comparingInt(name -> Likeness.distance(lower, name.toLowerCase(Locale.ROOT))));
    }

    /** The question that goes behind a message, empty where nothing is near. */
    public static String question(String written, Collection<String> names) {
        return near(written, names).map(name -> "; did you mean " + name + "?").orElse("");
    }
}

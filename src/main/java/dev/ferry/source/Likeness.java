package dev.ferry.source;

import dev.ferry.failure.Suggestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which of several names another one may stand for. */
public final class Likeness {
    private static final int NOT_ALIKE = Integer.MAX_VALUE;

    private Likeness() {}

    /** The name most like one of those wanted: by another spelling, in the singular or plural, or by few letters. */
    public static Optional<String> nearest(Collection<String> wanted, Collection<String> names) {
        return names.stream()
                .filter(name -> difference(wanted, name) != NOT_ALIKE)
                .min(Comparator.<String>comparingInt(name -> difference(wanted, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int difference(Collection<String> wanted, String name) {
        return wanted.stream()
                .mapToInt(one -> difference(plain(one), plain(name)))
                .min()
                .orElse(NOT_ALIKE);
    }

    private static int difference(String wanted, String name) {
        if (wanted.equals(name)) {
            return 0;
        }
        if (singulars(wanted).anyMatch(one -> singulars(name).anyMatch(one::equals))) {
            return 1;
        }
        int distance = Suggestion.distance(wanted, name);
        return distance <= Math.max(1, wanted.length() / 4) ? 1 + distance : NOT_ALIKE;
    }

    /** The name itself, and what it may be the plural of. */
    private static Stream<String> singulars(String name) {
        return Stream.of(
                        List.of(name, ""),
                        List.of(name, "s"),
                        List.of(name, "es"),
                        List.of(name.replaceFirst("ies$", "ys"), "s"))
                .filter(pair -> pair.get(0).endsWith(pair.get(1)))
                .map(pair -> pair.get(0)
                        .substring(0, pair.get(0).length() - pair.get(1).length()));
    }

    /** A name without what spellings differ in: case and the signs between words. */
    public static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_\\s-]", "");
    }
}

package dev.ferry.profile.school.dto;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A person's name in parts. */
public record PersonName(String first, Optional<String> middle, Optional<String> last) {
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /** Words that begin a last name wherever they stand after the first name, in any case. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "der", "den", "ter", "ten", "zu", "zur", "de", "del", "della", "dela", "la", "las",
            "los", "do", "dos", "das", "bin", "binti", "bint", "ibn", "wa", "ole", "arap");

    /** The same, but names of their own where they begin with a capital letter: Ben, Al, Lo. */
    private static final Set<String> SMALL_PARTICLES =
            Set.of("al", "el", "ul", "ben", "abu", "da", "di", "du", "le", "lo", "af", "av", "e", "y", "mac");

    /**
     * Splits a whole name: the first word, the last word, and what stands between. A particle ("van der", "bin", "de la") and all
     * that follows it belong to the last name; one word is a first name only.
     *
     * @return empty where there is no word
     */
    public static Optional<PersonName> split(String whole) {
        List<String> words = WHITE_SPACE
                .splitAsStream(whole.strip())
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        int last = lastName(words);
        return Optional.of(new PersonName(
                words.get(0),
                Text.of(String.join(" ", words.subList(1, last))),
                joined(words.subList(last, words.size()))));
    }

    private static Optional<String> joined(List<String> words) {
        return Text.of(String.join(" ", words));
    }

    private static int lastName(List<String> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            if (isParticle(words.get(i))) {
                return i;
            }
        }
        return Math.max(1, words.size() - 1);
    }

    private static boolean isParticle(String word) {
        return PARTICLES.contains(word.toLowerCase(Locale.ROOT)) || SMALL_PARTICLES.contains(word);
    }
}

package dev.ferry.profile.apps.dto;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names in one spelling: NFC, every run of white space one space, none around them. */
final class Folded {
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\x{85}]+");

    private Folded() {}

    /** The text in that spelling, empty where it has nothing but white space. */
    static String text(String text) {
        String spaced = WHITE_SPACE.matcher(text).replaceAll(" ").strip();
        return Normalizer.normalize(spaced, Normalizer.Form.NFC);
    }

    /** The same, where there is more than white space. */
    static Optional<String> name(@Nullable String text) {
        return Optional.ofNullable(text).map(Folded::text).filter(folded -> !folded.isEmpty());
    }
}

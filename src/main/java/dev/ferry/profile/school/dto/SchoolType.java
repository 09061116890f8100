package dev.ferry.profile.school.dto;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who runs a school. */
public enum SchoolType {
    PRIVATE,
    PUBLIC,
    INTERNATIONAL;

    /** The forms that {@link #of} knows, as a regular expression; blank is missing. */
    static final String FORMS = "(?i)\\s*(private|public|international)?\\s*";

    static final String MESSAGE = "must be private, public or international";

    /** The type that a text names, case aside; empty for a missing one, which is not guessed. */
    public static Optional<SchoolType> of(@Nullable String text) {
        return Text.of(text)
                .flatMap(word -> Arrays.stream(values())
                        .filter(type -> type.name().equalsIgnoreCase(word))
                        .findFirst());
    }
}

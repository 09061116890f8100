package dev.ferry.profile.school.dto;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The genders that the target knows. */
public enum Gender {
    MALE,
    FEMALE;

    /** The forms that {@link #of} knows, as a regular expression; blank is missing. */
    static final String FORMS = "(?i)\\s*(m|male|boy|f|female|girl)?\\s*";

    static final String MESSAGE = "must be male or female (also m, f, boy, girl)";

    /** The gender that a text names; empty for a missing one and, where the user asked not to validate, for an unknown one. */
    public static Optional<Gender> of(@Nullable String text) {
        return Text.of(text).flatMap(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "m", "male", "boy" -> Optional.of(MALE);
            case "f", "female", "girl" -> Optional.of(FEMALE);
            default -> Optional.empty();
        });
    }
}

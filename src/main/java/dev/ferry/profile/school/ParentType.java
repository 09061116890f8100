package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a parent is to a student. */
enum ParentType {
    FATHER,
    MOTHER,
    GUARDIAN;

    /** The type that V1's relationship names: whoever is neither father nor mother, or not said to be, is a guardian. */
    static ParentType of(@Nullable String relationship) {
        return switch (Text.of(relationship).orElse("").toLowerCase(Locale.ROOT)) {
            case "father", "dad", "daddy" -> FATHER;
            case "mother", "mom", "mum", "mummy", "mommy" -> MOTHER;
            default -> GUARDIAN;
        };
    }
}

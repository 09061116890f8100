package dev.ferry.profile.classroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes lists of text what a {@code text[]} column takes. */
final class Texts {
    private Texts() {}

    /** The array, or null where there is no list: its column is NULL then, and not empty. */
    static String @Nullable [] array(@Nullable List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }
}

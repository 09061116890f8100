package dev.ferry.profile.school.dto;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a text of the source says. */
public final class Text {
    private Text() {}

    /** The text without white space around it; empty where nothing is left. */
    public static Optional<String> of(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}

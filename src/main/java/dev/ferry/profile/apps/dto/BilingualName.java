package dev.ferry.profile.apps.dto;

import java.util.Optional;

/** The name of an app of the early generation: {@code English | العربية}, or English alone. */
record BilingualName(Optional<String> english, Optional<String> arabic) {
    private static final char SEPARATOR = '|';

    static BilingualName of(String name) {
        int separator = name.indexOf(SEPARATOR);
        return separator < 0
                ? new BilingualName(Folded.name(name), Optional.empty())
                : new BilingualName(
                        Folded.name(name.substring(0, separator)), Folded.name(name.substring(separator + 1)));
    }
}

package dev.ferry.validate;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import java.util.List;

/**
 * A parent that a record names and that it cannot have.
 *
 * @param path the path to the field that names it
 * @param message what is wrong with it
 */
public record MissingParent(Parent<?> parent, List<String> path, NaturalKey key, Reason reason, String message) {
    public MissingParent {
        path = List.copyOf(path);
    }

    /** Why a parent cannot be had. */
    public enum Reason {
        /** Neither the source nor the database has it. */
        ABSENT,
        /** The source has it and it was rejected. */
        REJECTED,
        /** The source has it and it is left out, as the run's user asked. */
        LEFT_OUT
    }
}

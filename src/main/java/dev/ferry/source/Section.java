package dev.ferry.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a source that holds records of one kind.
 *
 * <p>In a folder it is the file {@code <name>.json}; in a document it is the member of that name.
 *
 * @param name the section's name
 * @param shape how the records stand in it
 * @param idField the field that identifies a record to a person, null where the shape gives the identity
 */
public record Section(String name, Shape shape, @Nullable String idField) {
    /** How the records of a section stand in it. */
    public enum Shape {
        /** An object whose member names identify its records. */
        KEYED,
        /** An array of records. */
        LIST,
        /** One object that is the only record. */
        SINGLE
    }

    /** A section that is an object keyed by natural key. */
    public static Section keyed(String name) {
        return new Section(name, Shape.KEYED, null);
    }

    /** A section that is an array of records which carry their identity in a field. */
    public static Section list(String name, String idField) {
        return new Section(name, Shape.LIST, idField);
    }

    /** A section that is one record. */
    public static Section single(String name) {
        return new Section(name, Shape.SINGLE, null);
    }

    /** The field that identifies a record, where the shape does not. */
    public Optional<String> identity() {
        return Optional.ofNullable(idField);
    }
}

package dev.ferry.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a source that holds records of one kind.
 *
 * <p>In a folder it is the file of that name; in a document it is the member of that name, in a data module the constant.
 * Two sections of a profile may share a name where their shapes differ: the value's first character tells them apart.
 *
 * @param name the section's name
 * @param shape how the records stand in it
 * @param idField the field that identifies a record to a person, null where the shape gives the identity
 * @param aliases further names under which a source may hold it
 * @param order the order in which the records are taken
 * @param root whether a file whose root is of this shape may be this section whatever the file is called
 * @param presence whether a folder with a file for each section must have one for this
 */
public record Section(
        String name,
        Shape shape,
        @Nullable String idField,
        List<String> aliases,
        Root root,
        Order order,
        Presence presence) {
    /** Checks the names. */
    public Section {
        aliases = List.copyOf(aliases);
        if (name.isBlank() || aliases.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "the names of a section must not be blank, were '" + name + "' and " + aliases);
        }
    }

    /** How the records of a section stand in it. */
    public enum Shape {
        /** An object whose member names identify its records. */
        KEYED,
        /** An array of records. */
        LIST,
        /** One object that is the only record. */
        SINGLE
    }

    /** The order in which the records of a section are taken. */
    public enum Order {
        /** As they stand in the source. */
        SOURCE,
        /**
         * By the UTF-8 bytes of their identity, whatever form the source has, and by their place where that is the same; those
         * without an identity come first.
         */
        IDENTITY
    }

    /** Whether a folder with a file for each section must have one for a section. */
    public enum Presence {
        /** It must: a file that is missing was forgotten. */
        REQUIRED,
        /** It need not: then the section is empty. */
        OPTIONAL
    }

    /** What the root of a file without members of a section's name may be. */
    public enum Root {
        /** Never this section. */
        OTHER,
        /** This section, where it is of its shape. */
        SECTION
    }

    /** A section that is an object keyed by natural key. */
    public static Section keyed(String name) {
        return new Section(name, Shape.KEYED, null, List.of(), Root.OTHER, Order.SOURCE, Presence.REQUIRED);
    }

    /** A section that is an array of records which carry their identity in a field. */
    public static Section list(String name, String idField) {
        return new Section(name, Shape.LIST, idField, List.of(), Root.OTHER, Order.SOURCE, Presence.REQUIRED);
    }

    /** A section that is one record. */
    public static Section single(String name) {
        return new Section(name, Shape.SINGLE, null, List.of(), Root.OTHER, Order.SOURCE, Presence.REQUIRED);
    }

    /** This section, found under further names of a file, member or constant too. */
    public Section alsoNamed(String... further) {
        List<String> all = new ArrayList<>(aliases);
        all.addAll(List.of(further));
        return new Section(name, shape, idField, all, root, order, presence);
    }

    /** This section, found as the root of a file that is given alone too; at most one section of a shape may say so. */
    public Section orRoot() {
        return new Section(name, shape, idField, aliases, Root.SECTION, order, presence);
    }

    /** This section, its records taken in the order of their identity. */
    public Section inOrderOfIdentity() {
        return new Section(name, shape, idField, aliases, root, Order.IDENTITY, presence);
    }

    /** This section, which a folder need not have a file for. */
    public Section optional() {
        return new Section(name, shape, idField, aliases, root, order, Presence.OPTIONAL);
    }

    /** Every name under which a source may hold this section, its own first. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(name);
        names.addAll(aliases);
        return List.copyOf(names);
    }

    /** What tells this section from its twin of another shape. */
    Key key() {
        return new Key(name, shape);
    }

    /** A section's name and shape; no two sections of a profile share both. */
    record Key(String name, Shape shape) {}

    /** The field that identifies a record, where the shape does not. */
    public Optional<String> identity() {
        return Optional.ofNullable(idField);
    }
}

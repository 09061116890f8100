package dev.ferry.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The values that identify a row to its application, in the order of the key's attributes.
 *
 * @param values strings, numbers, UUIDs, dates or enums, none null; equal keys have equal values
 */
public record NaturalKey(List<Object> values) {
    public NaturalKey {
        values = List.copyOf(values);
    }

    /** The key with these values. */
    public static NaturalKey of(Object... values) {
        return new NaturalKey(Arrays.asList(values));
    }

    /** The values joined by a slash, for people. */
    @Override
    public String toString() {
        return values.stream().map(Object::toString).collect(Collectors.joining("/"));
    }
}

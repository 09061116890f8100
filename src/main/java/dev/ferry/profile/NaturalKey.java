package dev.ferry.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values that identify a row to its application, in the order of the key's attributes.
 *
 * @param values strings, numbers, UUIDs, dates or enums, none null; equal keys have equal values. A parent of the row, as
 *     {@link References} gave it, may stand for itself
 */
public record NaturalKey(List<Object> values) {
    public NaturalKey {
        values = List.copyOf(values);
    }

    /** The key with these values. */
    public static NaturalKey of(Object... values) {
        return new NaturalKey(Arrays.asList(values));
    }

    /** The key with these values, or empty where one of them is null. */
    public static Optional<NaturalKey> optional(@Nullable Object... values) {
        List<Object> present = Stream.of(values).filter(Objects::nonNull).toList();
        return present.size() == values.length ? Optional.of(new NaturalKey(present)) : Optional.empty();
    }

    /** The values joined by a slash, for people. */
    @Override
    public String toString() {
        return values.stream().map(Object::toString).collect(Collectors.joining("/"));
    }
}

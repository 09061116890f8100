package dev.ferry.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        return Arrays.asList(values).contains(null) ? Optional.empty() : Optional.of(of(values));
    }

    // Several times for each row, which iterators of lists make ten times as dear.
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof NaturalKey key) || values.size() != key.values.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).equals(key.values.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The values' texts with another between them. */
    public String joined(String separator) {
        // Most keys have one value.
        return values.size() == 1
                ? values.get(0).toString()
                : values.stream().map(Object::toString).collect(Collectors.joining(separator));
    }

    /** The values joined by a slash, for people. */
    @Override
    public String toString() {
        return joined("/");
    }
}

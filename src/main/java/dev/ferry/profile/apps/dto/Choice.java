package dev.ferry.profile.apps.dto;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a record gives for one column.
 *
 * @param given the fields that it gives, that of the latest generation first: that one counts
 */
public record Choice<T>(List<Field<T>> given) {
    public Choice {
        given = List.copyOf(given);
    }

    /** The choice of the current generation's field, where it is given. */
    public static <T> Choice<T> of(String path, @Nullable T value) {
        return new Choice<>(value == null ? List.of() : List.of(new Field<>(path, value)));
    }

    /** The same choice with an earlier generation's field. */
    Choice<T> or(String path, @Nullable T value) {
        return new Choice<>(
                Stream.concat(given.stream(), of(path, value).given.stream()).toList());
    }

    /** The field that counts. */
    public Optional<Field<T>> field() {
        return given.stream().findFirst();
    }

    /** Its value. */
    public Optional<T> value() {
        return field().map(Field::value);
    }
}

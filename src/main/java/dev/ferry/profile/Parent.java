package dev.ferry.profile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows of another table that a record needs.
 *
 * @param field the path to the field of the source that names the parent, with {@code *} for the index where an array names
 *     several; empty where the record's own key names it
 * @param entity the parent's entity, filled by an earlier step
 * @param keys the parents' natural keys in the array's order, empty where a place names none; also asked for records that
 *     broke constraints, so that every value of the DTO may be null
 */
public record Parent<D extends Record>(String field, Class<?> entity, Function<D, List<Optional<NaturalKey>>> keys) {
    private static final String INDEX = "*";

    /** The only parent of its kind. */
    public static <D extends Record> Parent<D> one(
            String field, Class<?> entity, Function<D, Optional<NaturalKey>> key) {
        return new Parent<>(field, entity, dto -> List.of(key.apply(dto)));
    }

    /** A parent for each element of an array. */
    public static <D extends Record> Parent<D> each(
            String field, Class<?> entity, Function<D, List<Optional<NaturalKey>>> keys) {
        return new Parent<>(field, entity, keys);
    }

    /** The path to the field that names the parent of this index. */
    public List<String> path(int index) {
        return field.isEmpty()
                ? List.of()
                : List.of(field.split("\\.")).stream()
                        .map(name -> name.equals(INDEX) ? Integer.toString(index) : name)
                        .toList();
    }
}

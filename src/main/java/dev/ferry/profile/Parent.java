package dev.ferry.profile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows of another table that a record needs.
 *
 * @param field the path, from where the step reads, to the field that names the parent, with {@code *} for the index where an array names
 *     several; empty where the record's own key names it
 * @param entity the parent's entity, filled by an earlier step
 * @param keys the parents' natural keys in the array's order, empty where a place names none; also asked for records that
 *     broke constraints, so that every value of the DTO may be null
 * @param missing what becomes of a record without it
 */
public record Parent<D extends Record>(
        String field, Class<?> entity, Function<D, List<Optional<NaturalKey>>> keys, Missing missing) {
    private static final String INDEX = "*";

    /** What becomes of a record whose parent is not there, or was rejected; that is a violation unless it says otherwise. */
    public enum Missing {
        /** The record is rejected. */
        REJECTS,
        /**
         * Where violations do not stop the run, the record is written without it. A row of the database serves, even where the
         * source's record of it is rejected.
         */
        LEFT_OUT,
        /** The record is written without it, and a warning says so; that is no violation. */
        ALLOWED
    }

    /** The only parent of its kind. */
    public static <D extends Record> Parent<D> one(
            String field, Class<?> entity, Function<D, Optional<NaturalKey>> key) {
        return new Parent<>(field, entity, dto -> List.of(key.apply(dto)), Missing.REJECTS);
    }

    /** A parent for each element of an array. */
    public static <D extends Record> Parent<D> each(
            String field, Class<?> entity, Function<D, List<Optional<NaturalKey>>> keys) {
        return new Parent<>(field, entity, keys, Missing.REJECTS);
    }

    /** The same parent, which a record can be written without: see {@link References#find}. */
    public Parent<D> leftOutIfMissing() {
        return new Parent<>(field, entity, keys, Missing.LEFT_OUT);
    }

    /** The same parent, which need not be there: see {@link References#find}. Also one that another step of the record insists on. */
    public Parent<D> ifThere() {
        return new Parent<>(field, entity, keys, Missing.ALLOWED);
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

package dev.ferry.profile;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A unique text that rows are given in source order: the first row that wants a value gets it, later ones a variant or none.
 *
 * <p>A row that is there already keeps its value where {@link #keeps} says so. Values are given out in a pass over the whole
 * section before its first batch, so that a batch does not depend on the ones before it. All steps that fill a table give
 * values out of one supply.
 *
 * @param attribute the attribute's name in the entity, as JPA knows it
 * @param wanted reads the value that the mapping gave the row; null for a row that wants none
 * @param give sets the value that the row gets; null where it goes without
 * @param variant the value to try instead: of the wanted one and a number from 1, each of which must give another text; empty
 *     where the row goes without
 * @param keeps whether a row that has a value (the first) keeps it although the source now wants another (the second)
 * @param remark what a user should know of a row that did not get what it wanted, null for nothing
 */
public record Allocation<E>(
        String attribute,
        Function<E, @Nullable String> wanted,
        BiConsumer<E, @Nullable String> give,
        BiFunction<String, Integer, Optional<String>> variant,
        BiPredicate<String, String> keeps,
        @Nullable Remark remark) {
    /** A value that every row has and that stays as it was first given. */
    public static <E> Allocation<E> lasting(
            String attribute,
            Function<E, @Nullable String> wanted,
            BiConsumer<E, String> give,
            BiFunction<String, Integer, String> variant) {
        return new Allocation<>(
                attribute,
                wanted,
                (row, value) -> {
                    if (value != null) {
                        give.accept(row, value);
                    }
                },
                (value, number) -> Optional.of(variant.apply(value, number)),
                (present, now) -> true,
                null);
    }
}

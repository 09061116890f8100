package dev.ferry.profile;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one section add to the rows of an aggregate.
 *
 * @param rows the rows that a valid record gives or adds to
 * @param remark told where such a record gives a row that no contribution before it gave, null for nothing
 */
public record Contribution<D extends Record, E>(
        Reading<?, D> reading,
        Function<D, Stream<E>> rows,
        @Nullable Remark remark) {
    /** A contribution without a remark. */
    public Contribution(Reading<?, D> reading, Function<D, Stream<E>> rows) {
        this(reading, rows, null);
    }
}

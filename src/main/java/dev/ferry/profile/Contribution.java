package dev.ferry.profile;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one section add to the rows of an aggregate.
 *
 * @param rows the rows that a valid record gives or adds to
 * @param parents the rows of other tables that they need; a record without one of them gives nothing, which the step tells
 *     that the record's section belongs to
 * @param remark told where such a record gives a row that no contribution before it gave, null for nothing
 * @param repeated told where such a record gives a row that was defined already, null for nothing
 * @param authority what it knows of its rows
 */
public record Contribution<D extends Record, E>(
        Reading<?, D> reading,
        Mapping<D, E> rows,
        List<Parent<D>> parents,
        @Nullable Remark remark,
        @Nullable Remark repeated,
        Authority authority) {
    /** What a contribution knows of the rows that it gives. */
    public enum Authority {
        /** What they are: a row that is there already becomes the same where its user asks for that. */
        DEFINES,
        /** That they are: a row that is there already, and that no other contribution defines, is left as it is. */
        NAMES
    }

    public Contribution {
        parents = List.copyOf(parents);
    }

    /** A contribution that defines its rows. */
    public Contribution(Reading<?, D> reading, Function<D, Stream<E>> rows, @Nullable Remark remark) {
        this(reading, (dto, references) -> rows.apply(dto), List.of(), remark, null, Authority.DEFINES);
    }

    /** A contribution that defines its rows, without a remark. */
    public Contribution(Reading<?, D> reading, Function<D, Stream<E>> rows) {
        this(reading, rows, null);
    }

    /** A contribution whose rows need rows of other tables. */
    public Contribution(Reading<?, D> reading, List<Parent<D>> parents, Mapping<D, E> rows) {
        this(reading, rows, parents, null, null, Authority.DEFINES);
    }

    /** The same contribution, but all that it knows of its rows is that they are. */
    public Contribution<D, E> namingOnly() {
        return new Contribution<>(reading, rows, parents, remark, repeated, Authority.NAMES);
    }

    /** The same contribution with a remark on rows that were defined already. */
    public Contribution<D, E> toldWhereRepeated(Remark newRepeated) {
        return new Contribution<>(reading, rows, parents, remark, newRepeated, authority);
    }

    /** The same contribution with a remark on rows that no contribution before it gave. */
    public Contribution<D, E> toldWhereNew(Remark newRemark) {
        return new Contribution<>(reading, rows, parents, newRemark, repeated, authority);
    }
}

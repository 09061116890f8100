package dev.ferry.profile;

import java.util.List;
import java.util.function.BiFunction;

/**
 * What the source itself says of the rows of an aggregate.
 *
 * @param compare what is different between a record and the rows; a remark on each difference
 */
public record Claim<D extends Record, E>(Reading<?, D> reading, BiFunction<D, List<E>, List<Remark>> compare) {}

package dev.ferry.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Fills a table with rows to each of which many records contribute.
 *
 * <p>Contributions with the same natural key become one row. All rows are held in memory at once. Records that break a
 * constraint, or that an earlier step rejected, contribute nothing; what a later step rejects has contributed already.
 *
 * @param contributions where rows come from, in the order in which they are merged
 * @param merge makes one row of what came before and what a later record gives
 * @param claims what the source itself says of the rows
 * @param existing what becomes of rows that are there already
 */
public record AggregateStep<E>(
        Table<E> table,
        List<Contribution<?, E>> contributions,
        BinaryOperator<E> merge,
        List<Claim<?, E>> claims,
        Existing existing)
        implements Step {
    /** What becomes of rows that are there already. */
    public enum Existing {
        /** What the run's user asked for. */
        AS_ASKED,
        /** They are figures of the source: they are always brought up to date. */
        REFRESHED
    }

    public AggregateStep {
        contributions = List.copyOf(contributions);
        claims = List.copyOf(claims);
    }

    /** A step whose rows are things of their own, that many records name. */
    public AggregateStep(Table<E> table, List<Contribution<?, E>> contributions, BinaryOperator<E> merge) {
        this(table, contributions, merge, List.of(), Existing.AS_ASKED);
    }

    @Override
    public List<Reading<?, ?>> readings() {
        List<Reading<?, ?>> readings = new ArrayList<>();
        contributions.forEach(contribution -> readings.add(contribution.reading()));
        claims.forEach(claim -> readings.add(claim.reading()));
        return readings;
    }

    /** The same step with rows that follow the source always, and what the source says of them. */
    public AggregateStep<E> asFigures(List<Claim<?, E>> newClaims) {
        return new AggregateStep<>(table, contributions, merge, newClaims, Existing.REFRESHED);
    }
}

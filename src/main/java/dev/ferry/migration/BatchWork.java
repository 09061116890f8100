package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import java.util.List;

/**
 * The last stages of a batch: it meets the target's rows and is written.
 *
 * @param <R> what comes of that
 */
interface BatchWork<R> {
    /**
     * Meets and writes. Changes nothing but the target, since it is done again where its transaction fails; perhaps on another
     * thread than the run's.
     */
    R land(TargetRows rows);

    /** What landing did, per table; for who goes on with the run where it stops. */
    List<EntityCount> counts(R landed);

    /** Takes over what came of it, when it is there for good; on the run's thread, in the batches' order. */
    void settle(R landed);

    /**
     * Takes over what came of it in the run with which this one goes on, and which is there already.
     *
     * @param rows as they are now
     * @param counts what landing did then
     */
    void recall(TargetRows rows, List<EntityCount> counts);
}

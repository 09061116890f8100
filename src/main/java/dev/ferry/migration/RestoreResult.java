package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import java.util.List;

/**
 * What a restore did.
 *
 * @param plan what was planned, and done
 * @param run the run that it was; a rollback of it brings the rows back that were there before
 * @param tag the tag that it set
 * @param entities what became of the rows, per table: inserted from the backup, deleted, or unchanged
 * @param durationMillis wall time
 */
public record RestoreResult(RestorePlan plan, RunId run, String tag, List<EntityCount> entities, long durationMillis) {
    public RestoreResult {
        entities = List.copyOf(entities);
    }
}

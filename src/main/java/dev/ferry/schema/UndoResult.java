package dev.ferry.schema;

import dev.ferry.ledger.Drift;
import dev.ferry.ledger.EntityCount;
import java.util.List;

/**
 * What a rollback took back.
 *
 * @param plan what was planned, and done
 * @param entities rows taken away (deleted) and put back (updated), per table
 * @param drift rows that were no longer as the runs left them, and were kept or overwritten as asked
 */
public record UndoResult(UndoPlan plan, List<EntityCount> entities, List<Drift> drift) {
    public UndoResult {
        entities = List.copyOf(entities);
        drift = List.copyOf(drift);
    }
}

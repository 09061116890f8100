package dev.ferry.migration;

import dev.ferry.ledger.Run;
import java.util.List;

/**
 * What a rollback would take back, newest first.
 *
 * @param target the database for people
 * @param runs the runs whose rows go
 * @param changesets the schema changesets that go, as {@code id} for people
 */
public record RollbackPlan(String target, List<Run> runs, List<String> changesets) {
    public RollbackPlan {
        runs = List.copyOf(runs);
        changesets = List.copyOf(changesets);
    }

    /** Whether there is nothing to take back. */
    public boolean isEmpty() {
        return runs.isEmpty() && changesets.isEmpty();
    }
}

package dev.ferry.schema;

import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.Run;
import java.util.List;

/**
 * What a rollback to a goal would take back, newest first.
 *
 * @param goal how far back
 * @param runs the runs whose rows go
 * @param changesets the schema changesets that go, each as its id
 */
public record UndoPlan(RollbackGoal goal, List<Run> runs, List<String> changesets) {
    public UndoPlan {
        runs = List.copyOf(runs);
        changesets = List.copyOf(changesets);
    }

    /** Whether there is nothing to take back. */
    public boolean isEmpty() {
        return runs.isEmpty() && changesets.isEmpty();
    }
}

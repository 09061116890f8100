package dev.ferry.ledger;

/** How far back a rollback goes. */
public sealed interface RollbackGoal {
    /** The newest run alone. */
    record NewestRun() implements RollbackGoal {}

    /** The state before this run: it and every newer run of the profile. */
    record BeforeRun(RunId run) implements RollbackGoal {}

    /** The state before the run that carries this tag, or the schema version of this name. */
    record ToTag(String tag) implements RollbackGoal {
        public ToTag {
            TagName.requireFitting(tag);
        }
    }
}

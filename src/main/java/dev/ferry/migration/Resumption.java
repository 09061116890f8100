package dev.ferry.migration;

import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.Run;
import java.util.List;
import java.util.Optional;

/** Finds the run with which a run goes on, and checks that it may. */
final class Resumption {
    private Resumption() {}

    /**
     * The run that stopped.
     *
     * @param runs all of the schema, newest first; none is at work
     * @throws UsageException where there is none
     * @throws RefusalException where it was begun with other options
     */
    static Run of(List<Run> runs, MigrationOptions options) {
        Run stopped = find(runs)
                .orElseThrow(() -> new UsageException(
                        "there is nothing to resume in schema " + options.schema()
                                + runs.stream()
                                        .filter(Run::isKept)
                                        .findFirst()
                                        .map(newest -> ": its newest run " + newest.id() + " is complete")
                                        .orElse(""),
                        "leave --resume out"));
        String key = new OptionsText(options).resumeKey();
        if (!stopped.resumeKey().equals(key)) {
            throw new RefusalException(
                    "run " + stopped.id() + " was begun otherwise, so its batches are others: it had "
                            + stopped.resumeKey() + ", and now it is " + key,
                    "go on with: ferry " + stopped.resumeCommand());
        }
        options.tag().filter(tag -> !stopped.tag().orElse(tag).equals(tag)).ifPresent(tag -> {
            throw new UsageException(
                    "run " + stopped.id() + " has the tag '" + stopped.tag().orElse("") + "' already, '" + tag
                            + "' was asked for",
                    "leave --tag out");
        });
        return stopped;
    }

    /** The newest run, where that stopped; one that stopped before it wrote hides no older one that did. */
    private static Optional<Run> find(List<Run> runs) {
        Optional<Run> kept = runs.stream().filter(Run::isKept).findFirst();
        if (kept.filter(Run::isStopped).isPresent()) {
            return kept;
        }
        return runs.stream()
                .takeWhile(run -> !run.isKept())
                .filter(Run::isStopped)
                .findFirst();
    }
}

package dev.ferry.ledger;

import java.util.Optional;

/**
 * Something that is no longer as the runs left it.
 *
 * @param run the run that is to be undone; none where rows are found that no run takes back
 * @param table the row's table
 * @param key the row's primary key, for people; of rows that remain the first few
 * @param kind what happened to it
 * @param detail what was seen, without the row's values, as a predicate of the row or of the table
 */
public record Drift(Optional<RunId> run, String table, String key, Kind kind, String detail) {
    /** What happened to a row after the run. */
    public enum Kind {
        /** Someone changed it. */
        CHANGED,
        /** Someone deleted it. */
        MISSING,
        /** A row that the run did not write refers to it, and would go or change with it. */
        REFERENCED,
        /** A row that the run did not write refers to it, through a foreign key that forbids to take it away. */
        HELD,
        /** The run deleted it, and someone added a row with its key since. */
        ADDED,
        /** The run deleted it, and another row holds by now what a unique key of it had. */
        TAKEN,
        /** The run deleted it, and a row that it refers to is not there any more. */
        ORPHANED,
        /** A schema changeset that is taken back drops a table while rows are in it. */
        REMAINING
    }

    /** What happened, in one clause for people. */
    public String sentence() {
        return run.map(id -> table + " '" + key + "' " + detail + " since run " + id)
                .orElseGet(() -> "table " + table + " " + detail + (key.isEmpty() ? "" : ": " + key));
    }
}

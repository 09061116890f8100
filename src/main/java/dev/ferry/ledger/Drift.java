package dev.ferry.ledger;

/**
 * A row that is no longer as a run left it.
 *
 * @param run the run that is to be undone
 * @param table the row's table
 * @param key the row's primary key, for people
 * @param kind what happened to it
 * @param detail what was seen, without the row's values
 */
public record Drift(RunId run, String table, String key, Kind kind, String detail) {
    /** What happened to a row after the run. */
    public enum Kind {
        /** Someone changed it. */
        CHANGED,
        /** Someone deleted it. */
        MISSING,
        /** A row that the run did not write refers to it. */
        REFERENCED
    }
}

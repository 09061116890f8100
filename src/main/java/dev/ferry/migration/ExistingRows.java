package dev.ferry.migration;

/** What becomes of the rows that the tables of a run have before it. */
public enum ExistingRows {
    /** They stay, and are met by natural key. */
    STAY,
    /** They are taken away first, inside the run's transaction; a rollback of the run brings them back. */
    TRUNCATED
}

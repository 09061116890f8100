package dev.ferry.ledger;

/** What undo does where rows are no longer as the run left them. */
public enum DriftPolicy {
    /** Nothing is undone; all drift is listed. */
    ABORT,
    /** Rows that drifted are left as they are now, the others are undone. */
    KEEP,
    /** All are undone, later changes included. */
    FORCE
}

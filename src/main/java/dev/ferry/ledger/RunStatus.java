package dev.ferry.ledger;

/** Where a run stands. The names are part of the command line's contract. */
public enum RunStatus {
    /** At work now. */
    RUNNING,
    /** Committed. */
    COMPLETED,
    /** A rehearsal; nothing was kept. */
    REHEARSED,
    /** The content was at fault; nothing was written. */
    REJECTED,
    /** Verification found a difference; nothing was written. */
    MISMATCHED,
    /** Stopped by a failure and rolled back. */
    FAILED,
    /** Its process ended without a word; nothing of it was committed. */
    INTERRUPTED,
    /** Committed once, and taken back since. */
    ROLLED_BACK
}

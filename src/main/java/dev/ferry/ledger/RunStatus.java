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
    /** Stopped by a failure; rolled back, or to be resumed where its batches commit by themselves. */
    FAILED,
    /** Its process ended without a word; only batches that commit by themselves are kept of it. */
    INTERRUPTED,
    /** Committed once, and taken back since. */
    ROLLED_BACK
}

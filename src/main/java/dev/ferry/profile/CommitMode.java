package dev.ferry.profile;

/** When what a run writes becomes visible to others. */
public enum CommitMode {
    /** All at once, at its end. */
    ATOMIC,
    /** Batch by batch, after everything was checked; a run that stops can be resumed or taken back. */
    BATCH
}

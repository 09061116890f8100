package dev.ferry.migration;

/** What becomes of the valid records where others are rejected. */
public enum OnRejected {
    /** Nothing is written. */
    WRITE_NOTHING,
    /** The valid rest is written. */
    WRITE_THE_REST
}

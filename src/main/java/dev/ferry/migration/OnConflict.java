package dev.ferry.migration;

/** What becomes of a record whose natural key is in the database already. */
public enum OnConflict {
    /** The row is left as it is. */
    SKIP,
    /** The row is changed where a mapped value differs. */
    UPDATE,
    /** It is a violation. */
    FAIL
}

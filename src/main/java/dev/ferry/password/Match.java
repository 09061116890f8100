package dev.ferry.password;

/** What comparing a password with a stored hash gives. */
public enum Match {
    /** The hash is the password's. */
    YES,
    /** It is another's. */
    NO,
    /** The format is known, but it does not say all that the comparison needs, or it would take too much memory. */
    UNKNOWN
}

package dev.ferry.migration;

/** How far a run goes. */
public enum RunMode {
    /** Everything, and commits. */
    MIGRATE,
    /** The profile's reference data only, and commits; reads no source. */
    SETUP,
    /** The same in a transaction that is rolled back. */
    REHEARSE_SETUP,
    /** Everything, schema changes included, in a transaction that is rolled back. */
    REHEARSE,
    /** Everything that needs no database. */
    REHEARSE_OFFLINE,
    /** The constraint report only, without a database. */
    VALIDATE,
    /** The constraint report, against and inside the target, which is not changed. */
    VALIDATE_DATABASE,
    /** Everything that the source maps to is compared with the target, which is not changed; see {@link Verification}. */
    VERIFY;

    /** Whether the run keeps what it writes. */
    public boolean commits() {
        return this == MIGRATE || this == SETUP;
    }

    /** Whether the run writes reference data alone. */
    boolean isSetup() {
        return this == SETUP || this == REHEARSE_SETUP;
    }

    /** Whether the run talks to a database. */
    public boolean needsDatabase() {
        return commits() || this == REHEARSE || this == REHEARSE_SETUP || this == VALIDATE_DATABASE || this == VERIFY;
    }
}

package dev.ferry.migration;

/** What becomes of records that the source holds for deleted. */
public enum Deleted {
    /** They are left out and counted as filtered, with what belongs to them. */
    LEFT_OUT,
    /** They are migrated like all others. */
    INCLUDED
}

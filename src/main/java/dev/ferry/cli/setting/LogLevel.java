package dev.ferry.cli.setting;

/** How much is logged; each level holds those before it. */
public enum LogLevel {
    /** Failures. */
    ERROR,
    /** Violations and warnings. */
    WARN,
    /** Operations, runs and batches. */
    INFO,
    /** Decisions. */
    DEBUG,
    /** Everything. */
    TRACE
}

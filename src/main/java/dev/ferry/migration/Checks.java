package dev.ferry.migration;

/** Which checks are made. Binding, keys and references are always checked. */
public enum Checks {
    /** All. */
    ALL,
    /** Neither Bean Validation nor the verification after loading. */
    SKIP_VALIDATION
}

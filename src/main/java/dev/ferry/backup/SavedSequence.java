package dev.ferry.backup;

/**
 * Where a sequence stood.
 *
 * @param name its name without its schema
 * @param lastValue its last value, or its first one where it was not called
 * @param called whether {@code lastValue} was given out
 */
public record SavedSequence(String name, long lastValue, boolean called) {}

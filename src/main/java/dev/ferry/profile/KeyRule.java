package dev.ferry.profile;

/**
 * The validation group of constraints that a mapping depends on to find keys and parents; they are checked even where
 * validation is skipped.
 */
public interface KeyRule {}

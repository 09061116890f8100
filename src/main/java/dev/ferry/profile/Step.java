package dev.ferry.profile;

/** One table to fill. A profile lists its steps in foreign-key order: each refers only to tables of earlier steps. */
public sealed interface Step permits EntityStep {
    /** The table's name without its schema; reports call it the entity. */
    String table();
}

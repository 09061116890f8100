package dev.ferry.migration;

/**
 * A row on its way into the target, with where it comes from.
 *
 * @param meeting the row, and the one of the target that has its natural key
 */
record Met<E>(Origin origin, Meeting<E> meeting) {}

package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;

/** Counts what becomes of the records of one step. */
final class Tally {
    private final String entity;
    long read;
    long valid;
    long rejected;
    long inserted;
    long updated;
    long unchanged;
    long skipped;

    Tally(String entity) {
        this.entity = entity;
    }

    EntityCount count() {
        return new EntityCount(entity, read, 0, valid, rejected, inserted, updated, unchanged, skipped, 0);
    }

    /** The counts of a run that kept nothing. */
    EntityCount countWithoutRows() {
        return new EntityCount(entity, read, 0, valid, rejected, 0, 0, 0, 0, 0);
    }
}

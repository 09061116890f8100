package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;

/** Counts what becomes of the records that fill one table. */
final class Tally {
    private final String entity;
    long read;
    long filtered;
    long valid;
    long rejected;
    long inserted;
    long updated;
    long unchanged;
    long skipped;
    long deleted;

    Tally(String entity) {
        this.entity = entity;
    }

    String entity() {
        return entity;
    }

    /** Adds what a batch did. */
    void add(EntityCount batch) {
        read += batch.read();
        filtered += batch.filtered();
        valid += batch.valid();
        rejected += batch.rejected();
        inserted += batch.inserted();
        updated += batch.updated();
        unchanged += batch.unchanged();
        skipped += batch.skipped();
        deleted += batch.deleted();
    }

    EntityCount count() {
        return new EntityCount(entity, read, filtered, valid, rejected, inserted, updated, unchanged, skipped, deleted);
    }

    /** The counts of a run that kept nothing. */
    EntityCount countWithoutRows() {
        return new EntityCount(entity, read, filtered, valid, rejected, 0, 0, 0, 0, 0);
    }
}

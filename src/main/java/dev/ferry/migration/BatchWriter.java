package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;

/** Lands batches; for one thread at a time. */
interface BatchWriter extends AutoCloseable {
    /** Lands a batch; what came of it is there to stay, unless its transaction is still open. */
    <R> R write(BatchPlace place, BatchWork<R> batch);

    @Override
    void close();
}

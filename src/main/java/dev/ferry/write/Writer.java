package dev.ferry.write;

import java.util.List;
import java.util.Set;

/** Writes batches of one transaction, and into the ledger what it wrote. Belongs to one connection. */
public interface Writer {
    /**
     * Writes the rows of records, each record as a whole or not at all.
     *
     * @return the records that the database refuses; all others are written
     */
    <E> List<Refusal> write(Class<E> entity, List<RecordRows<E>> records);

    /**
     * Hears of rows that one of the next calls of {@link #write} is probably to insert, all of them and in this order, so that
     * work can be done on them before. Unlike the others it may be called while another thread writes.
     */
    default <E> void prepare(Class<E> entity, List<E> inserts) {}

    /**
     * Hears that a table is filled now which has no row yet, and which nobody else touches until the transaction ends.
     *
     * @param alone all entities with such tables so far
     */
    default void filling(Class<?> entity, Set<Class<?>> alone) {}

    /**
     * Ends what was begun for the sake of {@link #filling}.
     *
     * @throws dev.ferry.ledger.LostRowsException where rows turn out to name others that are not there
     */
    default void filled() {}

    /**
     * The rows that one record stands for.
     *
     * @param inserts rows that are not there yet
     * @param updates rows that are there already and change
     * @param found the row of each update, in the updates' order
     */
    record RecordRows<E>(List<E> inserts, List<E> updates, List<FoundRow> found) {
        public RecordRows {
            inserts = List.copyOf(inserts);
            updates = List.copyOf(updates);
            found = List.copyOf(found);
        }
    }

    /**
     * A record with a row that the database refuses, by a constraint of its own.
     *
     * @param index the record's index in the batch
     * @param reason the database's reason, without the row's values
     */
    record Refusal(int index, String reason) {}
}

package dev.ferry.write;

import java.util.List;

/** Writes batches of one transaction, and into the ledger what it wrote. Belongs to one connection. */
public interface Writer {
    /**
     * Inserts rows that are not there yet.
     *
     * @return the rows that the database refuses; all others are written
     */
    <E> List<Refusal> insert(Class<E> entity, List<E> entities);

    /**
     * Changes rows that are there already.
     *
     * @param rows the row of each entity, in the entities' order
     * @return the rows that the database refuses; all others are written
     */
    <E> List<Refusal> update(Class<E> entity, List<E> entities, List<FoundRow> rows);

    /**
     * A row that the database refuses, by a constraint of its own.
     *
     * @param index the row's index in the batch
     * @param reason the database's reason, without the row's values
     */
    record Refusal(int index, String reason) {}
}

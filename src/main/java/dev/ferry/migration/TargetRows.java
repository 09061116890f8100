package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.FoundRow;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.List;
import java.util.Optional;

/** The rows of a target as one transaction sees and writes them; for one thread at a time. */
interface TargetRows {
    /** Whether a table has no row. */
    boolean isEmpty(Table<?> table);

    /** The rows that entities meet by their natural key, with the columns that differ; in the entities' order. */
    <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities);

    /** The rows of these identifiers, with the columns in which each differs from its entity; in the entities' order. */
    <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities, List<Object> ids);

    /** The rows that have these values of a unique key, in the values' order. */
    <E> List<Optional<FoundRow>> find(Table<E> table, UniqueKey<E> key, List<NaturalKey> values);

    /**
     * Takes all rows of tables away, in this order.
     *
     * @return how many rows each had, in the tables' order
     * @throws dev.ferry.failure.RefusalException where a table that is not among them points at one
     */
    List<Long> clear(List<Table<?>> tables);

    /** Writes the rows of records; gives the records that the target refuses. */
    <E> List<Refusal> write(Table<E> table, List<RecordRows<E>> records);
}

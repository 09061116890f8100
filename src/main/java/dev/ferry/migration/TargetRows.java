package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.FoundRow;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

    /** Those rows of the target that stand in the way of new ones by a unique key, in the values' order. */
    default <E> List<Optional<FoundRow>> holders(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) {
        return find(table, key, values);
    }

    /** Hears of the rows of a batch, those that stay as they are included, before {@link #write} takes the others. */
    default <E> void meet(Table<E> table, Supplier<List<Met<E>>> rows) {}

    /** Hears of rows that the profile itself defines, before {@link #write} takes those that are missing. */
    default <E> void meetOwn(Table<E> table, List<Meeting<E>> rows) {}

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

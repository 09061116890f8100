package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.FoundRow;
import dev.ferry.write.ParentRows;
import dev.ferry.write.ReadRow;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where a run's rows go: a database in one transaction, or nowhere. */
interface Target extends AutoCloseable {
    /** The target for people; empty where there is none. */
    String description();

    /** The run's id in the ledger, where it has one. */
    Optional<RunId> run();

    /** The tag that the run sets, where it sets one. */
    Optional<String> tag();

    /**
     * Ends what reading has opened in the database, so that a long pause holds nothing up. Called before {@link #begin} only.
     */
    void pause();

    /** Begins the run's transaction and its time; only reading is allowed before. */
    void begin();

    /**
     * Writes reference data as a run of its own inside the transaction, where anything of it is missing.
     *
     * @param steps writes what is missing, and gives the counts
     * @return the run, if there was anything to write
     */
    Optional<RunId> setUp(Supplier<List<EntityCount>> steps);

    /** Those of the natural keys that have a row. */
    Set<NaturalKey> present(Class<?> entity, Set<NaturalKey> keys);

    /**
     * The parents of a batch.
     *
     * @param parents their keys by entity
     * @param missing the keys of those that are not there
     */
    ParentRows references(Map<Class<?>, Set<NaturalKey>> parents, Map<Class<?>, Set<NaturalKey>> missing);

    /** Whether a table has no row. */
    boolean isEmpty(Table<?> table);

    /** The rows that entities meet by their natural key, with the columns that differ; in the entities' order. */
    <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities);

    /** The rows of these identifiers, with the columns in which each differs from its entity; in the entities' order. */
    <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities, List<Object> ids);

    /** The rows that have these values of a unique key, in the values' order. */
    <E> List<Optional<FoundRow>> find(Table<E> table, UniqueKey<E> key, List<NaturalKey> values);

    /** The rows that alone have these values of a key, with some text attributes; in the values' order. */
    <E> List<Optional<ReadRow>> read(
            Table<E> table, UniqueKey<E> key, List<NaturalKey> values, List<String> attributes);

    /** Remembers what later steps read of a row, where its table says so. */
    <E> void remember(Table<E> table, NaturalKey key, E row);

    /** Remembers which row stands for a natural key of the source that it does not have itself, for those that need it. */
    void adopt(Class<?> entity, NaturalKey key, Object id);

    /**
     * Takes all rows of tables away, in this order.
     *
     * @return how many rows each had, in the tables' order
     * @throws dev.ferry.failure.RefusalException where a table that is not among them points at one
     */
    List<Long> clear(List<Table<?>> tables);

    /** Those rows of the target that stand in the way of new ones by a unique key, in the values' order. */
    default <E> List<Optional<FoundRow>> holders(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) {
        return find(table, key, values);
    }

    /** Whether a row may have values that its source would not give it today, since it is from another time. */
    default boolean isFromAnotherTime(Table<?> table, Object id) {
        return true;
    }

    /** Hears of the rows of a batch, those that stay as they are included, before {@link #write} takes the others. */
    default <E> void meet(Table<E> table, List<Met<E>> rows) {}

    /** Hears of rows that the profile itself defines, before {@link #write} takes those that are missing. */
    default <E> void meetOwn(Table<E> table, List<Meeting<E>> rows) {}

    /** Writes the rows of records; gives the records that the target refuses. */
    <E> List<Refusal> write(Table<E> table, List<RecordRows<E>> records);

    /** Called between batches: tells others how far the run is, and fails where its time is up. */
    void checkpoint(Progress progress);

    /** The differences between what was written and what should have been. */
    List<String> verify(Collection<EntityCount> counts);

    /** Makes everything visible at once, the ledger's word included. */
    void commit(List<EntityCount> counts, String sourceSha256);

    /** Takes everything back and leaves the ledger's word on why. */
    void rollback(RunStatus status, List<EntityCount> counts, String message);

    /** How long the run has waited for the database, in milliseconds. */
    long databaseMillis();

    @Override
    void close();
}

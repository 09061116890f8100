package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.ParentRows;
import dev.ferry.write.ReadRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where a run's rows go: a database, or nowhere. */
interface Target extends TargetRows, AutoCloseable {
    /** The target for people; empty where there is none. */
    String description();

    /** The run's id in the ledger, where it has one. */
    Optional<RunId> run();

    /** The tag that the run sets, where it sets one. */
    Optional<String> tag();

    /** Whether rows of the run may be there already, since it goes on with one that stopped. */
    default boolean goesOn() {
        return false;
    }

    /**
     * Ends what reading has opened in the database, so that a long pause holds nothing up. Called before {@link #begin} only.
     */
    void pause();

    /**
     * Begins the run's writing and its time; only reading is allowed before.
     *
     * @param sourceSha256 gives the SHA-256 of the source, which may take another reading of it
     */
    void begin(Supplier<String> sourceSha256);

    /**
     * Writes reference data as a run of its own inside the transaction, where anything of it is missing.
     *
     * @param steps writes what is missing, and gives the counts
     * @return the run, if there was anything to write
     */
    Optional<RunId> setUp(Supplier<List<EntityCount>> steps);

    /** Hears which table is filled now. */
    default void enter(Table<?> table) {}

    /** Those of the natural keys that have a row. */
    Set<NaturalKey> present(Class<?> entity, Set<NaturalKey> keys);

    /**
     * The parents of a batch.
     *
     * @param parents their keys by entity
     * @param missing the keys of those that are not there
     */
    ParentRows references(Map<Class<?>, Set<NaturalKey>> parents, Map<Class<?>, Set<NaturalKey>> missing);

    /** The rows that alone have these values of a key, with some text attributes; in the values' order. */
    <E> List<Optional<ReadRow>> read(
            Table<E> table, UniqueKey<E> key, List<NaturalKey> values, List<String> attributes);

    /** Remembers what later steps read of a row, where its table says so. */
    <E> void remember(Table<E> table, NaturalKey key, E row);

    /** Remembers which row stands for a natural key of the source that it does not have itself, for those that need it. */
    void adopt(Class<?> entity, NaturalKey key, Object id);

    /** Hears of rows that are there now, so that those which refer to them need not look them up. */
    default <E> void know(Table<E> table, List<Meeting<E>> rows) {}

    /** Hears of rows that the next batch is probably to insert, before it lands. */
    default <E> void prepare(Table<E> table, Supplier<List<E>> rows) {}

    /** Lands a batch, and settles it now or later. */
    <R> void land(BatchPlace place, BatchWork<R> batch);

    /** Settles every batch that has not been; at the end of each step. */
    void settle();

    /** Whether a row may have values that its source would not give it today, since it is from another time. */
    default boolean isFromAnotherTime(Table<?> table, Object id) {
        return true;
    }

    /** Called between batches: tells others how far the run is, and fails where its time is up. */
    void checkpoint(Progress progress);

    /** The differences between what was written and what should have been. */
    List<String> verify(Collection<EntityCount> counts);

    /** Makes everything visible, the ledger's word included. */
    void commit(List<EntityCount> counts, String sourceSha256);

    /** Takes everything back and leaves the ledger's word on why. */
    void rollback(RunStatus status, List<EntityCount> counts, String message);

    /**
     * Leaves the ledger's word on a failure that ended the run, and what can be left.
     *
     * @param cause unchecked
     * @return the failure, with what its user can do now
     * @throws Error where that is the failure
     */
    RuntimeException fail(List<EntityCount> counts, Throwable cause);

    /** A failure to throw; an error is thrown at once. */
    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    /** How long the run has waited for the database, in milliseconds. */
    long databaseMillis();

    @Override
    void close();
}

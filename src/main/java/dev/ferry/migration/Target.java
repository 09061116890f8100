package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.FoundRow;
import dev.ferry.write.ParentRows;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a run's rows go: a database in one transaction, or nowhere. */
interface Target extends AutoCloseable {
    /** The target for people; empty where there is none. */
    String description();

    /** The run's id in the ledger, where it has one. */
    Optional<RunId> run();

    /** The tag that the run sets, where it sets one. */
    Optional<String> tag();

    /** Those of the natural keys that have a row. */
    Set<NaturalKey> present(Class<?> entity, Set<NaturalKey> keys);

    /** The parents of a batch, whose keys are given by entity. */
    ParentRows references(Map<Class<?>, Set<NaturalKey>> parents);

    /** The rows that entities would meet by their natural key, compared where the run updates; in the entities' order. */
    <E> List<Optional<FoundRow>> meet(EntityStep<?, E> step, List<E> entities);

    /** The rows that have these values of another unique key, in the values' order. */
    <E> List<Optional<FoundRow>> meet(EntityStep<?, E> step, UniqueKey<E> key, List<NaturalKey> values);

    /** Writes the rows of records; gives the records that the target refuses. */
    <E> List<Refusal> write(EntityStep<?, E> step, List<RecordRows<E>> records);

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

package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.FoundRow;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.ParentRows;
import dev.ferry.write.ReadRow;
import dev.ferry.write.RememberedRows;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** No database at all: nothing is there, and everything would be inserted. */
final class OfflineTarget implements Target {
    private final HibernateModel model;
    private final RememberedRows remembered;

    OfflineTarget(HibernateModel model) {
        this.model = model;
        this.remembered = new RememberedRows(model);
    }

    @Override
    public String description() {
        return "";
    }

    @Override
    public Optional<RunId> run() {
        return Optional.empty();
    }

    @Override
    public Optional<String> tag() {
        return Optional.empty();
    }

    @Override
    public void pause() {}

    @Override
    public void begin(Supplier<String> sourceSha256) {}

    @Override
    public Optional<RunId> setUp(Supplier<List<EntityCount>> steps) {
        // Nothing is written, but the steps make the rows known.
        return Optional.of(steps.get()).flatMap(counts -> Optional.empty());
    }

    @Override
    public Set<NaturalKey> present(Class<?> entity, Set<NaturalKey> keys) {
        return Set.of();
    }

    @Override
    public ParentRows references(Map<Class<?>, Set<NaturalKey>> parents, Map<Class<?>, Set<NaturalKey>> missing) {
        return new ParentRows(model, Map.of(), missing, remembered);
    }

    @Override
    public boolean isEmpty(Table<?> table) {
        return true;
    }

    @Override
    public <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities) {
        return Collections.nCopies(entities.size(), Optional.empty());
    }

    @Override
    public <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities, List<Object> ids) {
        return compare(table, entities);
    }

    @Override
    public <E> List<Optional<FoundRow>> find(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) {
        return Collections.nCopies(values.size(), Optional.empty());
    }

    @Override
    public <E> List<Optional<ReadRow>> read(
            Table<E> table, UniqueKey<E> key, List<NaturalKey> values, List<String> attributes) {
        return Collections.nCopies(values.size(), Optional.empty());
    }

    @Override
    public <E> void remember(Table<E> table, NaturalKey key, E row) {
        remembered.remember(table.entity(), key, row);
    }

    @Override
    public void adopt(Class<?> entity, NaturalKey key, Object id) {
        throw new IllegalArgumentException("nothing is there, so no row has the identifier " + id);
    }

    @Override
    public List<Long> clear(List<Table<?>> tables) {
        return Collections.nCopies(tables.size(), 0L);
    }

    @Override
    public <E> List<Refusal> write(Table<E> table, List<RecordRows<E>> records) {
        return List.of();
    }

    @Override
    public <R> void land(BatchPlace place, BatchWork<R> batch) {
        batch.settle(batch.land(this));
    }

    @Override
    public void settle() {}

    @Override
    public RuntimeException fail(List<EntityCount> counts, Throwable cause) {
        return Target.unchecked(cause);
    }

    @Override
    public void checkpoint(Progress progress) {}

    @Override
    public List<String> verify(Collection<EntityCount> counts) {
        return List.of();
    }

    @Override
    public void commit(List<EntityCount> counts, String sourceSha256) {}

    @Override
    public void rollback(RunStatus status, List<EntityCount> counts, String message) {}

    @Override
    public long databaseMillis() {
        return 0;
    }

    @Override
    public void close() {}
}

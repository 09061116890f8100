package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.profile.Table;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A target that nothing is written to: no run begins, so that none can be committed. */
abstract class ReadOnlyTarget implements Target {
    @Override
    public Optional<RunId> run() {
        return Optional.empty();
    }

    @Override
    public Optional<String> tag() {
        return Optional.empty();
    }

    /** What reading has opened stays open: all is seen as of one moment. */
    @Override
    public void pause() {}

    @Override
    public void begin(Supplier<String> sourceSha256) {}

    @Override
    public <R> void land(BatchPlace place, BatchWork<R> batch) {
        batch.settle(batch.land(this));
    }

    @Override
    public void settle() {}

    /** Lets the steps make the reference data known. */
    @Override
    public Optional<RunId> setUp(Supplier<List<EntityCount>> steps) {
        steps.get();
        return Optional.empty();
    }

    @Override
    public List<Long> clear(List<Table<?>> cleared) {
        throw new IllegalStateException("this target cannot be written to");
    }

    /** Writes nothing: what is missing or differs is heard of when it is met. */
    @Override
    public <E> List<Refusal> write(Table<E> table, List<RecordRows<E>> records) {
        return List.of();
    }

    @Override
    public List<String> verify(Collection<EntityCount> counts) {
        return List.of();
    }

    @Override
    public void commit(List<EntityCount> counts, String sourceSha256) {
        throw new IllegalStateException("this target cannot be written to");
    }

    @Override
    public void rollback(RunStatus status, List<EntityCount> counts, String message) {}

    @Override
    public RuntimeException fail(List<EntityCount> counts, Throwable cause) {
        return Target.unchecked(cause);
    }
}

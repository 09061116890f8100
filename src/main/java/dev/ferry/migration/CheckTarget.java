package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.profile.Table;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The target of a run that commits batch by batch, while everything is checked before the first of them: records meet its rows,
 * but none is written. What has to be gone or there for that is made in a transaction that is rolled back.
 */
final class CheckTarget extends ReadingTarget {
    private final RunSession session;
    private final Connection connection;
    private final Lookups lookups;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Announcement announcement;
    private @Nullable Deadline deadline;
    private @Nullable TransactionRows references;

    CheckTarget(RunSession session) {
        this.session = session;
        this.connection = session.connection();
        this.lookups = new Lookups(session.model(), connection);
        this.announcement = new Announcement(session.options().mode(), System::nanoTime);
    }

    @Override
    <T> T ask(Question<T> question) {
        return stopwatch.time(() -> question.of(lookups));
    }

    @Override
    public String description() {
        return session.header().target();
    }

    @Override
    public Optional<RunId> run() {
        return Optional.of(session.header().id());
    }

    @Override
    public Optional<String> tag() {
        return Optional.empty();
    }

    @Override
    public void pause() {}

    @Override
    public void begin(Supplier<String> sourceSha256) {
        stopwatch.time(() -> {
            connection.setAutoCommit(false);
            deadline = Deadline.start(connection, session.options().timeout());
            return true;
        });
    }

    /** The rows are made, since records may refer to them; the run itself makes them again. */
    @Override
    public Optional<RunId> setUp(Supplier<List<EntityCount>> steps) {
        ReferenceSetUp run = new ReferenceSetUp(session.header(), session.options());
        stopwatch.time(() -> {
            references = rows(run.id());
            run.write(connection, references.ledger(), steps);
            references = null;
            return true;
        });
        return Optional.empty();
    }

    private TransactionRows rows(RunId run) {
        TransactionLedger ledger =
                new TransactionLedger(connection, run, session.options().schema());
        return new TransactionRows(session.options(), session.model(), connection, lookups, ledger, stopwatch);
    }

    /** What is written after the check looks again. */
    @Override
    public void enter(Table<?> table) {
        stopwatch.time(() -> {
            if (references == null) {
                lookups.enterToCheck(table);
            } else {
                lookups.enter(table);
            }
            return true;
        });
    }

    @Override
    public List<Long> clear(List<Table<?>> tables) {
        return rows(session.header().id()).clear(tables);
    }

    @Override
    public <E> List<Refusal> write(Table<E> table, List<RecordRows<E>> records) {
        return references == null ? List.of() : references.write(table, records);
    }

    @Override
    public <R> void land(BatchPlace place, BatchWork<R> batch) {
        batch.settle(batch.land(this));
    }

    @Override
    public void settle() {}

    @Override
    public void checkpoint(Progress progress) {
        stopwatch.time(() -> {
            if (deadline != null) {
                deadline.checkpoint();
            }
            announcement.tell(connection, progress);
            return true;
        });
    }

    @Override
    public List<String> verify(Collection<EntityCount> counts) {
        return List.of();
    }

    @Override
    public void commit(List<EntityCount> counts, String sourceSha256) {
        throw new IllegalStateException("nothing is kept of a check");
    }

    /** Where all is well the run goes on. */
    @Override
    public void rollback(RunStatus status, List<EntityCount> counts, String message) {
        stopwatch.time(() -> {
            connection.rollback();
            connection.setAutoCommit(true);
            return true;
        });
        if (status != RunStatus.REHEARSED) {
            session.header().finish(status, counts, message);
        }
    }

    @Override
    public RuntimeException fail(List<EntityCount> counts, Throwable cause) {
        session.header().rollback(connection, RunStatus.FAILED, counts, String.valueOf(cause.getMessage()));
        return Target.unchecked(cause);
    }

    @Override
    public long databaseMillis() {
        return stopwatch.millis();
    }

    @Override
    public void close() {
        lookups.close();
    }
}

package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.profile.Table;
import dev.ferry.verify.Verifier;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database, in one transaction, under the lock of its schema. Lock and transaction share a connection, so that neither
 * outlives the other.
 */
final class DatabaseTarget extends ReadingTarget {
    private final RunHeader header;
    private final MigrationOptions options;
    private final HibernateModel model;
    private final Connection connection;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Announcement announcement;
    private final Lookups lookups;
    /** The run's own thread makes the next batch while one is written; the connection is used by one of both at a time. */
    private final WriterCrew crew = new WriterCrew(1, Landings::new);

    private @Nullable Work work;
    private boolean settingUp;
    private volatile @Nullable Progress reached;

    /** What writes, and until when. */
    private record Work(TransactionRows rows, Deadline deadline) {}

    private DatabaseTarget(RunSession session) {
        this.header = session.header();
        this.options = session.options();
        this.model = session.model();
        this.connection = session.connection();
        this.announcement = new Announcement(options.mode(), System::nanoTime);
        this.lookups = new Lookups(model, connection);
        lookups.beforeParents(crew::await);
    }

    /** Takes the lock, brings the schema up to date, records the run and opens its transaction. */
    static DatabaseTarget open(
            Database database, MigrationOptions options, HibernateModel model, MigrationListener listener) {
        RunHeader header = new RunHeader(database, options);
        listener.target(database.description(), options.schema());
        Connection connection = database.connect(options.mode().name().toLowerCase(Locale.ROOT));
        try {
            header.begin(connection);
            listener.started(header.id(), header.tag());
            return new DatabaseTarget(new RunSession(header, options, model, connection));
        } catch (SQLException | RuntimeException e) {
            header.abandon(connection, e);
            throw e instanceof SQLException sql ? SqlFailure.explain(sql) : (RuntimeException) e;
        }
    }

    @Override
    <T> T ask(Question<T> question) {
        crew.await();
        return stopwatch.time(() -> question.of(lookups));
    }

    @Override
    <T> T askIfNeeded(Question<T> question) {
        return stopwatch.time(() -> question.of(lookups));
    }

    @Override
    public void pause() {
        stopwatch.time(() -> {
            if (options.mode().commits()) {
                // Nothing was written: this only ends the transaction that reading began.
                connection.commit();
            }
            return true;
        });
    }

    @Override
    public void begin(Supplier<String> sourceSha256) {
        pause();
        stopwatch.time(() -> {
            work = work(header.id(), Deadline.start(connection, options.timeout()));
            return true;
        });
    }

    private Work work(RunId run, Deadline deadline) {
        TransactionLedger ledger = new TransactionLedger(connection, run, options.schema());
        return new Work(new TransactionRows(options, model, connection, lookups, ledger, stopwatch), deadline);
    }

    private Work work() {
        if (work == null) {
            throw new IllegalStateException("the run's transaction has not begun");
        }
        return work;
    }

    @Override
    public Optional<RunId> setUp(Supplier<List<EntityCount>> steps) {
        Work own = work();
        return stopwatch.time(() -> {
            ReferenceSetUp run = new ReferenceSetUp(header, options);
            work = work(run.id(), own.deadline());
            settingUp = true;
            boolean written = run.write(connection, work().rows().ledger(), steps);
            settingUp = false;
            work = own;
            return written ? Optional.of(run.id()) : Optional.empty();
        });
    }

    @Override
    public void enter(Table<?> table) {
        crew.await();
        stopwatch.time(() -> {
            if (options.mode().commits()) {
                // Reference data is little, and is not settled step by step.
                if (lookups.enterToWrite(table) && !settingUp && options.mode() == RunMode.MIGRATE) {
                    // Where rows are taken away before, others go on reading those.
                    work().rows().filling(table, options.existingRows() == ExistingRows.STAY);
                }
            }
            return true;
        });
    }

    @Override
    public String description() {
        return header.target();
    }

    @Override
    public Optional<RunId> run() {
        return Optional.of(header.id());
    }

    @Override
    public Optional<String> tag() {
        return Optional.of(header.tag());
    }

    @Override
    public List<Long> clear(List<Table<?>> cleared) {
        return work().rows().clear(cleared);
    }

    @Override
    public <E> List<Refusal> write(Table<E> table, List<RecordRows<E>> records) {
        return work().rows().write(table, records);
    }

    @Override
    public <E> void know(Table<E> table, List<Meeting<E>> rows) {
        askIfNeeded(tables -> {
            tables.know(table, rows);
            return rows;
        });
    }

    @Override
    public <E> void prepare(Table<E> table, Supplier<List<E>> rows) {
        // A writer that is idle makes it itself, while the next one is mapped here.
        if (lookups.hasNothing(table) && crew.isBusy()) {
            work().rows().prepare(table, rows.get());
        }
    }

    @Override
    public <R> void land(BatchPlace place, BatchWork<R> batch) {
        crew.write(place, batch);
    }

    /** Lands batches in the run's transaction. */
    private final class Landings implements BatchWriter {
        @Override
        public <R> R write(BatchPlace place, BatchWork<R> batch) {
            tell();
            return batch.land(work().rows());
        }

        @Override
        public void close() {}
    }

    private void tell() {
        stopwatch.time(() -> {
            work().deadline().checkpoint();
            Progress last = reached;
            if (last != null) {
                announcement.tell(connection, last);
            }
            return true;
        });
    }

    @Override
    public void settle() {
        crew.settle();
        tell();
        // The server is at work for a while; what comes next may be gathered meanwhile.
        crew.after(work().rows()::filled);
    }

    /** Told with the next batch, since one may be on its way. */
    @Override
    public void checkpoint(Progress progress) {
        reached = progress;
    }

    @Override
    public List<String> verify(Collection<EntityCount> counts) {
        crew.await();
        return stopwatch.time(() -> new Verifier(connection, header.id(), options.schema(), options.profile(), model)
                .verify(counts, lookups.filledAlone()));
    }

    @Override
    public void commit(List<EntityCount> counts, String sourceSha256) {
        crew.settle();
        stopwatch.time(() -> {
            work().rows().ledger().complete(header.tag(), counts, sourceSha256);
            header.commit(connection);
            return true;
        });
    }

    @Override
    public void rollback(RunStatus status, List<EntityCount> counts, String message) {
        crew.stop();
        stopwatch.time(() -> {
            header.rollback(connection, status, counts, message);
            return true;
        });
    }

    @Override
    public RuntimeException fail(List<EntityCount> counts, Throwable cause) {
        rollback(RunStatus.FAILED, counts, String.valueOf(cause.getMessage()));
        return Target.unchecked(cause);
    }

    @Override
    public long databaseMillis() {
        return stopwatch.millis();
    }

    /** Ends the session, and with it the lock and whatever was not committed. */
    @Override
    public void close() {
        crew.close();
        lookups.close();
        header.end(connection);
    }
}

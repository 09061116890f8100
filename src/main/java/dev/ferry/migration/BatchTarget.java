package dev.ferry.migration;

import dev.ferry.database.DatabaseException;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.BatchNumbers;
import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.profile.Table;
import dev.ferry.verify.Verifier;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database into which each batch is committed by itself, under the lock of its schema. A run that stops can go on or be taken
 * back; one whose content turns out to be at fault is taken back at once.
 */
final class BatchTarget extends ReadingTarget {
    private final RunSession session;
    private final RunHeader header;
    private final Coordinator coordinator;
    private final WriterCrew crew;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Announcement announcement;
    private @Nullable TransactionRows references;
    private String sha256 = "";
    private boolean open;

    BatchTarget(RunSession session, Coordinator coordinator) {
        this.session = session;
        this.header = session.header();
        this.coordinator = coordinator;
        this.announcement = new Announcement(session.options().mode(), System::nanoTime);
        BatchNumbers numbers = coordinator.call((connection, lookups) -> BatchNumbers.after(connection, header.id()));
        this.crew = new WriterCrew(
                session.options().commit().workers(),
                () -> new WriterSession(header, session.options(), session.model(), numbers));
    }

    @Override
    <T> T ask(Question<T> question) {
        return stopwatch.time(() -> coordinator.call((connection, lookups) -> question.of(lookups)));
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
    public boolean goesOn() {
        return header.isOpen();
    }

    /** Nothing is open between two questions. */
    @Override
    public void pause() {}

    /**
     * Makes sure that the run may go on, where it does.
     *
     * @throws RefusalException where the source is not the one with which it began
     */
    @Override
    public void begin(Supplier<String> sourceSha256) {
        sha256 = sourceSha256.get();
        Run run = recorded();
        if (run.sourceSha256().isPresent() && !run.sourceSha256().get().equals(sha256)) {
            throw new RefusalException(
                    "the source has changed since run " + run.id() + " began: its SHA-256 was "
                            + run.sourceSha256().get() + " and is " + sha256,
                    "put the source back as it was, or take back what is there: " + undo());
        }
        open = run.tag().isPresent();
    }

    /** Opens the run before its first batch, and after reference data that its rows refer to: it is taken back first. */
    private void open() {
        if (!open) {
            coordinator.inTransaction((connection, lookups) -> {
                if (recorded(connection).tag().isEmpty()) {
                    header.ledger().open(connection, header.id(), header.tag(), sha256);
                }
                return true;
            });
            open = true;
        }
    }

    private Run recorded() {
        return coordinator.call((connection, lookups) -> recorded(connection));
    }

    private Run recorded(Connection connection) {
        return header.ledger()
                .find(connection, header.id())
                .orElseThrow(() -> new IllegalStateException("run " + header.id() + " is not in the ledger"));
    }

    @Override
    public Optional<RunId> setUp(Supplier<List<EntityCount>> steps) {
        return stopwatch.time(() -> {
            Connection connection = coordinator.connection();
            connection.setAutoCommit(false);
            ReferenceSetUp run = new ReferenceSetUp(header, session.options());
            TransactionLedger ledger = new TransactionLedger(
                    connection, run.id(), session.options().schema());
            references = new TransactionRows(
                    session.options(), session.model(), connection, coordinator.lookups(), ledger, stopwatch);
            boolean written = run.write(connection, ledger, steps);
            references = null;
            connection.commit();
            connection.setAutoCommit(true);
            return written ? Optional.of(run.id()) : Optional.empty();
        });
    }

    @Override
    public List<Long> clear(List<Table<?>> tables) {
        throw new IllegalStateException("tables are emptied by a batch");
    }

    @Override
    public <E> List<Refusal> write(Table<E> table, List<RecordRows<E>> records) {
        if (references == null) {
            throw new IllegalStateException("rows are written by batches");
        }
        return references.write(table, records);
    }

    @Override
    public <E> void know(Table<E> table, List<Meeting<E>> rows) {
        askIfNeeded(tables -> {
            tables.know(table, rows);
            return rows;
        });
    }

    @Override
    public <R> void land(BatchPlace place, BatchWork<R> batch) {
        List<EntityCount> before = header.isResumed() ? committed(place) : List.of();
        stopwatch.time(() -> {
            open();
            if (before.isEmpty()) {
                crew.write(place, batch);
            } else {
                crew.settle();
                batch.recall(this, before);
            }
            return true;
        });
    }

    private List<EntityCount> committed(BatchPlace place) {
        return stopwatch.time(() ->
                coordinator.call((connection, lookups) -> header.ledger().checkpoint(connection, header.id(), place)));
    }

    @Override
    public void settle() {
        stopwatch.time(() -> {
            crew.settle();
            return true;
        });
    }

    @Override
    public void checkpoint(Progress progress) {
        stopwatch.time(() -> coordinator.call((connection, lookups) -> {
            announcement.tell(connection, progress);
            return true;
        }));
    }

    @Override
    public List<String> verify(Collection<EntityCount> counts) {
        return stopwatch.time(() -> coordinator.call((connection, lookups) -> new Verifier(
                        connection,
                        header.id(),
                        session.options().schema(),
                        session.options().profile(),
                        session.model())
                .verify(counts, Set.of())));
    }

    @Override
    public void commit(List<EntityCount> counts, String sourceSha256) {
        stopwatch.time(() -> {
            open();
            return coordinator.inTransaction((connection, lookups) -> {
                Run run = recorded(connection);
                // A COMMIT whose answer was lost may have taken effect.
                if (run.status() != RunStatus.COMPLETED) {
                    header.ledger().close(connection, run, counts);
                }
                return true;
            });
        });
    }

    /** Takes back what is committed. */
    @Override
    public void rollback(RunStatus status, List<EntityCount> counts, String message) {
        crew.stop();
        stopwatch.time(() -> coordinator.inTransaction((connection, lookups) -> {
            if (recorded(connection).status() == RunStatus.RUNNING) {
                List<Drift> drift = header.ledger().withdraw(connection, header.id(), status, counts, message);
                if (!drift.isEmpty()) {
                    throw drifted(message, drift);
                }
            }
            return true;
        }));
    }

    private RefusalException drifted(String message, List<Drift> drift) {
        return new RefusalException(
                "run " + header.id() + " met what must not be kept (" + message
                        + "), and someone has changed rows of it: "
                        + drift.get(0).sentence() + (drift.size() > 1 ? ", and " + (drift.size() - 1) + " more" : ""),
                "decide what becomes of them: " + undo() + " --on-drift keep");
    }

    /** What is committed stays, to go on with. */
    @Override
    public RuntimeException fail(List<EntityCount> counts, Throwable cause) {
        crew.stop();
        header.finish(RunStatus.FAILED, List.of(), String.valueOf(cause.getMessage()));
        if (!(cause instanceof DatabaseException failure)) {
            return Target.unchecked(cause);
        }
        return new DatabaseException(
                failure.exitCode(),
                failure.getMessage() + "; " + batches(),
                "go on with: ferry " + new OptionsText(session.options()).resumeCommand()
                        + "\n  or take back what is there: " + undo(),
                failure.sqlState().orElse(null),
                failure.getCause());
    }

    private String batches() {
        try (Connection connection = header.database().connect("state of run " + header.id())) {
            long committed = recorded(connection).batches();
            return committed == 1 ? "1 batch is committed" : committed + " batches are committed";
        } catch (SQLException e) {
            return "batches that were committed stay (" + SqlFailure.explain(e).getMessage() + ")";
        } catch (FerryException e) {
            return "batches that were committed stay";
        }
    }

    private String undo() {
        return "ferry "
                + Run.undoCommand(
                        session.options().profile().name(), session.options().schema(), header.id());
    }

    @Override
    public long databaseMillis() {
        return stopwatch.millis();
    }

    @Override
    public void close() {
        crew.close();
    }
}

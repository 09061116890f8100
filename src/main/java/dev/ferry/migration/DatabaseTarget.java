package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.NewRun;
import dev.ferry.ledger.OutsideReference;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.RunStatus;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.verify.Verifier;
import dev.ferry.write.FoundRow;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.JdbcWriter;
import dev.ferry.write.ParentRows;
import dev.ferry.write.ReadRow;
import dev.ferry.write.RememberedRows;
import dev.ferry.write.TargetTables;
import dev.ferry.write.Writer;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database, in one transaction, under the lock of its schema. Lock and transaction share a connection, so that neither
 * outlives the other.
 */
final class DatabaseTarget implements Target {
    private final RunHeader header;
    private final MigrationOptions options;
    private final HibernateModel model;
    private final Connection connection;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Announcement announcement;
    private final TargetTables tables;
    private final ParentCache parents = new ParentCache();
    private final RememberedRows remembered;
    private @Nullable Work work;

    /** What writes, and until when. */
    private record Work(TransactionLedger ledger, Writer writer, Deadline deadline) {}

    private DatabaseTarget(RunHeader header, MigrationOptions options, HibernateModel model, Connection connection)
            throws SQLException {
        this.header = header;
        this.options = options;
        this.model = model;
        this.connection = connection;
        this.announcement = new Announcement(connection, options.mode(), System::nanoTime);
        this.tables = new TargetTables(model, connection);
        this.remembered = new RememberedRows(model);
    }

    /**
     * Takes the lock, brings the schema up to date, records the run and opens its transaction.
     *
     * @param model closed with the target
     */
    static DatabaseTarget open(
            Database database, MigrationOptions options, HibernateModel model, MigrationListener listener) {
        RunHeader header = new RunHeader(database, options);
        listener.target(database.description(), options.schema());
        Connection connection = database.connect(options.mode().name().toLowerCase(Locale.ROOT));
        try {
            header.begin(connection);
            listener.started(header.id(), header.tag());
            return new DatabaseTarget(header, options, model, connection);
        } catch (SQLException | RuntimeException e) {
            header.abandon(connection, e);
            throw e instanceof SQLException sql ? SqlFailure.explain(sql) : (RuntimeException) e;
        }
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
    public void begin() {
        pause();
        stopwatch.time(() -> {
            work = work(header.id(), Deadline.start(connection, options.timeout()));
            return true;
        });
    }

    private Work work(RunId run, Deadline deadline) {
        TransactionLedger ledger = new TransactionLedger(connection, run, options.schema());
        return new Work(ledger, new JdbcWriter(model, connection, ledger), deadline);
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
            NewRun run = header.setUp();
            Savepoint savepoint = connection.setSavepoint();
            new RunLedger(header.database(), options.schema()).startInside(connection, run);
            work = work(run.id(), own.deadline());
            List<EntityCount> counts = steps.get();
            boolean written = counts.stream().anyMatch(count -> count.inserted() > 0);
            if (written) {
                work().ledger().complete(options.profile().name() + "-" + run.id(), counts, "");
                connection.releaseSavepoint(savepoint);
            } else {
                connection.rollback(savepoint);
            }
            work = own;
            return written ? Optional.of(run.id()) : Optional.empty();
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
    public Set<NaturalKey> present(Class<?> entity, Set<NaturalKey> keys) {
        return identifiers(entity, keys).keySet();
    }

    @Override
    public ParentRows references(Map<Class<?>, Set<NaturalKey>> parents, Map<Class<?>, Set<NaturalKey>> missing) {
        Map<Class<?>, Map<NaturalKey, Object>> identifiers = new HashMap<>();
        parents.forEach((entity, keys) -> {
            if (!model.naturalKeyIsIdentifier(entity)) {
                identifiers.put(entity, identifiers(entity, keys));
            }
            stopwatch.time(() -> {
                remembered.read(tables, entity, keys);
                return true;
            });
        });
        return new ParentRows(model, identifiers, missing, remembered);
    }

    private Map<NaturalKey, Object> identifiers(Class<?> entity, Set<NaturalKey> keys) {
        return parents.of(entity, keys, asked -> stopwatch.time(() -> tables.find(entity, asked)));
    }

    @Override
    public boolean isEmpty(Table<?> table) {
        return stopwatch.time(() -> tables.isEmpty(table.entity()));
    }

    @Override
    public <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities) {
        return entities.isEmpty() ? List.of() : stopwatch.time(() -> tables.compare(table.entity(), entities));
    }

    @Override
    public <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities, List<Object> ids) {
        return entities.isEmpty() ? List.of() : stopwatch.time(() -> tables.compare(table.entity(), entities, ids));
    }

    @Override
    public <E> List<Optional<FoundRow>> find(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) {
        return values.isEmpty() ? List.of() : stopwatch.time(() -> tables.find(table.entity(), key, values));
    }

    @Override
    public <E> List<Optional<ReadRow>> read(
            Table<E> table, UniqueKey<E> key, List<NaturalKey> values, List<String> attributes) {
        return values.isEmpty()
                ? List.of()
                : stopwatch.time(() -> tables.read(table.entity(), key, values, attributes));
    }

    @Override
    public <E> void remember(Table<E> table, NaturalKey key, E row) {
        remembered.remember(table.entity(), key, row);
    }

    @Override
    public void adopt(Class<?> entity, NaturalKey key, Object id) {
        parents.adopt(entity, key, id);
    }

    @Override
    public List<Long> clear(List<Table<?>> cleared) {
        return stopwatch.time(() -> {
            List<String> names = cleared.stream().map(Table::name).toList();
            List<OutsideReference> outside = OutsideReference.to(connection, options.schema(), names);
            if (!outside.isEmpty()) {
                throw new RefusalException(
                        "the tables cannot be truncated: "
                                + outside.stream()
                                        .map(key ->
                                                key.from() + " points at " + key.to() + " (" + key.constraint() + ")")
                                        .collect(Collectors.joining(", ")),
                        options.entities().isEmpty()
                                ? "these tables are not the profile's, and would refer to rows that are gone; run without"
                                        + " --truncate, or see to them first"
                                : "add tables of the profile to --entities; tables of others forbid --truncate");
            }
            List<Long> rows = new ArrayList<>();
            for (Table<?> table : cleared) {
                rows.add(work().ledger().clear(table.name(), model.identifierColumns(table.entity())));
            }
            return rows;
        });
    }

    @Override
    public <E> List<Refusal> write(Table<E> table, List<RecordRows<E>> records) {
        return stopwatch.time(() -> work().writer().write(table.entity(), records));
    }

    @Override
    public void checkpoint(Progress progress) {
        stopwatch.time(() -> {
            work().deadline().checkpoint();
            announcement.tell(progress);
            return true;
        });
    }

    @Override
    public List<String> verify(Collection<EntityCount> counts) {
        return stopwatch.time(
                () -> new Verifier(connection, header.id(), options.schema(), options.profile(), model).verify(counts));
    }

    @Override
    public void commit(List<EntityCount> counts, String sourceSha256) {
        stopwatch.time(() -> {
            work().ledger().complete(header.tag(), counts, sourceSha256);
            header.commit(connection);
            return true;
        });
    }

    @Override
    public void rollback(RunStatus status, List<EntityCount> counts, String message) {
        stopwatch.time(() -> {
            header.rollback(connection, status, counts, message);
            return true;
        });
    }

    @Override
    public long databaseMillis() {
        return stopwatch.millis();
    }

    /** Ends the session, and with it the lock and whatever was not committed. */
    @Override
    public void close() {
        tables.close();
        model.close();
        header.end(connection);
    }
}

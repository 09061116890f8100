package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.InsertedRows;
import dev.ferry.ledger.RowText;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.migration.Stopwatch.DatabaseCall;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.Position;
import dev.ferry.validate.KeyIndex;
import dev.ferry.verify.DifferenceReport;
import dev.ferry.write.FoundRow;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.ParentRows;
import dev.ferry.write.ReadRow;
import dev.ferry.write.RememberedRows;
import dev.ferry.write.TargetTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A database as one snapshot shows it, in a transaction that only reads: rows are not written but compared with those that are
 * there. Needs no lock and leaves no trace, so that it may be used beside a run. A table that is not there has no rows.
 */
final class SnapshotTarget extends ReadOnlyTarget {
    private final Database database;
    private final MigrationOptions options;
    private final HibernateModel model;
    private final Connection connection;
    private final Stopwatch stopwatch = new Stopwatch();
    private final TargetTables tables;
    private final PresentTables present;
    private final ParentCache parents = new ParentCache();
    private final RememberedRows remembered;
    private final Deadline deadline;
    private final RowVerification rows;
    private final boolean ledger;
    private final Map<String, KeyIndex> made = new HashMap<>();
    private List<RunId> runs = List.of();

    private SnapshotTarget(
            Database database,
            MigrationOptions options,
            HibernateModel model,
            Connection connection,
            DifferenceReport differences)
            throws SQLException {
        this.database = database;
        this.options = options;
        this.model = model;
        this.connection = connection;
        this.deadline = Deadline.start(connection, options.timeout());
        RowText.pin(connection);
        this.ledger = RunLedger.exists(connection);
        this.present = PresentTables.of(connection, options, model);
        this.tables = new TargetTables(model, connection);
        this.remembered = new RememberedRows(model);
        this.rows = new RowVerification(
                options, model, tables, new InsertedRows(connection, options.schema()), differences);
    }

    /**
     * Opens the snapshot.
     *
     * @param model closed with the target
     * @throws UsageException where the schema has none of the profile's tables, or one without a column of the profile
     */
    static SnapshotTarget open(
            Database database, MigrationOptions options, HibernateModel model, DifferenceReport differences) {
        Connection connection = database.connect("verify");
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new SnapshotTarget(database, options, model, connection, differences);
        } catch (SQLException | RuntimeException e) {
            close(connection);
            throw e instanceof SQLException sql ? SqlFailure.explain(sql) : (RuntimeException) e;
        }
    }

    /** Something that the snapshot is asked. */
    <T> T ask(DatabaseCall<T> call) {
        return stopwatch.time(call);
    }

    Connection connection() {
        return connection;
    }

    /** Says which runs read this very source, so that their rows have no values of another one. */
    void madeBy(List<RunId> runsOfThisSource) {
        runs = List.copyOf(runsOfThisSource);
    }

    /** What was found of the rows so far. */
    RowVerification rows() {
        return rows;
    }

    boolean has(Table<?> table) {
        return present.has(table);
    }

    /** Whether the database has a ledger, which knows the runs. */
    boolean hasLedger() {
        return ledger;
    }

    @Override
    public String description() {
        return database.description() + ", schema " + options.schema();
    }

    @Override
    public Set<NaturalKey> present(Class<?> entity, Set<NaturalKey> keys) {
        return identifiers(entity, keys).keySet();
    }

    @Override
    public ParentRows references(Map<Class<?>, Set<NaturalKey>> asked, Map<Class<?>, Set<NaturalKey>> missing) {
        Map<Class<?>, Map<NaturalKey, Object>> identifiers = new HashMap<>();
        asked.forEach((entity, keys) -> {
            if (!model.naturalKeyIsIdentifier(entity)) {
                identifiers.put(entity, identifiers(entity, keys));
            }
            if (present.has(entity)) {
                ask(() -> {
                    remembered.read(tables, entity, keys);
                    return true;
                });
            }
        });
        return new ParentRows(model, identifiers, missing, remembered);
    }

    private Map<NaturalKey, Object> identifiers(Class<?> entity, Set<NaturalKey> keys) {
        return present.has(entity)
                ? ask(() -> parents.of(entity, keys, asked -> tables.find(entity, asked)))
                : Map.of();
    }

    @Override
    public boolean isEmpty(Table<?> table) {
        return !present.has(table) || ask(() -> tables.isEmpty(table.entity()));
    }

    /** The rows alone: they are compared when they are met, with those that an update would leave as they are. */
    @Override
    public <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities) {
        return find(
                table,
                table.key(),
                entities.stream()
                        .map(entity -> table.key().of(entity).orElseThrow())
                        .toList());
    }

    @Override
    public <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities, List<Object> ids) {
        return ids.stream().map(id -> Optional.of(new FoundRow(id, List.of()))).toList();
    }

    @Override
    public <E> List<Optional<FoundRow>> find(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) {
        return values.isEmpty() || !present.has(table)
                ? Collections.nCopies(values.size(), Optional.empty())
                : ask(() -> tables.find(table.entity(), key, values));
    }

    /** Nothing is written, so that nothing is in the way. */
    @Override
    public <E> List<Optional<FoundRow>> holders(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) {
        return Collections.nCopies(values.size(), Optional.empty());
    }

    @Override
    public <E> List<Optional<ReadRow>> read(
            Table<E> table, UniqueKey<E> key, List<NaturalKey> values, List<String> attributes) {
        return values.isEmpty() || !present.has(table)
                ? Collections.nCopies(values.size(), Optional.empty())
                : ask(() -> tables.read(table.entity(), key, values, attributes));
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
    public boolean isFromAnotherTime(Table<?> table, Object id) {
        return made.computeIfAbsent(table.name(), any -> ask(() -> rows.keys(runs, table)))
                        .standing(NaturalKey.of(id))
                == KeyIndex.Standing.ABSENT;
    }

    @Override
    public <E> void meet(Table<E> table, Supplier<List<Met<E>>> met) {
        ask(() -> {
            rows.verify(table, met.get());
            return true;
        });
    }

    @Override
    public <E> void meetOwn(Table<E> table, List<Meeting<E>> own) {
        // With some tables only, the others' reference data is made known, and is nobody's question.
        boolean asked = options.entities().isEmpty()
                || Step.tables(options.steps()).stream()
                        .anyMatch(chosen -> chosen.name().equals(table.name()));
        if (asked && ledger) {
            Position nowhere = new Position(Setup.SOURCE, "", 0, 0, 0, "");
            List<Met<E>> met = own.stream()
                    .map(meeting ->
                            new Met<>(new Origin.OfPlace(nowhere, meeting.key().toString(), 0), meeting))
                    .toList();
            ask(() -> {
                rows.verifyOwn(table, met);
                return true;
            });
        }
    }

    @Override
    public void checkpoint(Progress progress) {
        ask(() -> {
            deadline.checkpoint();
            return true;
        });
    }

    @Override
    public long databaseMillis() {
        return stopwatch.millis();
    }

    @Override
    public void close() {
        tables.close();
        model.close();
        close(connection);
    }

    private static void close(Connection connection) {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // Nothing was written: the server ends what the session leaves open.
            return;
        }
    }
}

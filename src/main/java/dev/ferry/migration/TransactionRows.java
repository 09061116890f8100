package dev.ferry.migration;

import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.OutsideReference;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.CopyWriter;
import dev.ferry.write.FoundRow;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.Writer;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of the target in one transaction that is open on a connection, and in the ledger what becomes of them. */
final class TransactionRows implements TargetRows {
    private final MigrationOptions options;
    private final HibernateModel model;
    private final Connection connection;
    private final Lookups lookups;
    private final TransactionLedger ledger;
    private final Writer writer;
    private final Stopwatch stopwatch;

    TransactionRows(
            MigrationOptions options,
            HibernateModel model,
            Connection connection,
            Lookups lookups,
            TransactionLedger ledger,
            Stopwatch stopwatch) {
        this.options = options;
        this.model = model;
        this.connection = connection;
        this.lookups = lookups;
        this.ledger = ledger;
        this.writer = CopyWriter.chosen(options.writer(), model, connection, ledger, lookups.copyTables());
        this.stopwatch = stopwatch;
    }

    /** The ledger of the transaction. */
    TransactionLedger ledger() {
        return ledger;
    }

    /**
     * Hears that a table is filled now which has no row yet, and gets none from others until the transaction ends.
     *
     * @param unseen whether nobody else need see any of the tables that are filled before that
     */
    void filling(Table<?> table, boolean unseen) {
        ledger.filled().begin(table.name(), model.identifierColumns(table.entity()));
        if (unseen) {
            writer.filling(table.entity(), lookups.filledAlone());
        }
    }

    /** Has rows made ready that will probably be inserted soon, perhaps while another thread writes. */
    <E> void prepare(Table<E> table, List<E> rows) {
        writer.prepare(table.entity(), rows);
    }

    /** Ends a table that was filled; does nothing for others. */
    void filled() {
        stopwatch.time(() -> {
            writer.filled();
            ledger.filled().record();
            return true;
        });
    }

    @Override
    public boolean isEmpty(Table<?> table) {
        return stopwatch.time(() -> lookups.isEmpty(table));
    }

    @Override
    public <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities) {
        return stopwatch.time(() -> lookups.compare(table, entities));
    }

    @Override
    public <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities, List<Object> ids) {
        return stopwatch.time(() -> lookups.compare(table, entities, ids));
    }

    @Override
    public <E> List<Optional<FoundRow>> find(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) {
        return stopwatch.time(() -> lookups.find(table, key, values));
    }

    @Override
    public List<Long> clear(List<Table<?>> cleared) {
        return stopwatch.time(() -> {
            requireNoOutsideReference(cleared.stream().map(Table::name).toList());
            List<Long> rows = new ArrayList<>();
            for (Table<?> table : cleared) {
                rows.add(ledger.clear(table.name(), model.identifierColumns(table.entity())));
            }
            return rows;
        });
    }

    private void requireNoOutsideReference(List<String> names) throws SQLException {
        List<OutsideReference> outside = OutsideReference.to(connection, options.schema(), names);
        if (!outside.isEmpty()) {
            throw new RefusalException(
                    "the tables cannot be truncated: "
                            + outside.stream()
                                    .map(key -> key.from() + " points at " + key.to() + " (" + key.constraint() + ")")
                                    .collect(Collectors.joining(", ")),
                    options.entities().isEmpty()
                            ? "these tables are not the profile's, and would refer to rows that are gone; run without"
                                    + " --truncate, or see to them first"
                            : "add tables of the profile to --entities; tables of others forbid --truncate");
        }
    }

    @Override
    public <E> List<Refusal> write(Table<E> table, List<RecordRows<E>> records) {
        return stopwatch.time(() -> writer.write(table.entity(), records));
    }
}

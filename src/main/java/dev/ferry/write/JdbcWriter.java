package dev.ferry.write;

import dev.ferry.database.SqlFailure;
import dev.ferry.ledger.LostRowsException;
import dev.ferry.ledger.TransactionLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.JDBCException;
import org.hibernate.StaleStateException;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Writes through Hibernate's stateless session, which sends a batch as one JDBC batch.
 *
 * <p>A batch that the database refuses is taken back to its savepoint and written record by record, to learn which it means.
 */
public final class JdbcWriter implements Writer {
    private final HibernateModel model;
    private final Connection connection;
    private final TransactionLedger ledger;

    /** A writer into the transaction of this connection. */
    public JdbcWriter(HibernateModel model, Connection connection, TransactionLedger ledger) {
        this.model = model;
        this.connection = connection;
        this.ledger = ledger;
    }

    @Override
    public <E> List<Refusal> write(Class<E> entity, List<RecordRows<E>> records) {
        EntityTable<E> table = model.table(entity);
        return batchOrRecords(
                table,
                records.size(),
                (from, to) -> write(
                        table,
                        records.subList(from, to),
                        (session, any, rows) -> session.insertMultiple(rows),
                        (session, any, rows) -> session.updateMultiple(rows)));
    }

    /**
     * Writes the rows of records, and into the ledger what it wrote.
     *
     * @return the rows that {@link #stays} is to tell the ledger of
     */
    <E, X extends Exception> int write(
            EntityTable<E> table, List<RecordRows<E>> records, Operation<X> inserts, Operation<X> updates)
            throws SQLException, X {
        boolean later = ledger.filled().contain(table.name());
        List<E> inserted =
                records.stream().flatMap(rows -> rows.inserts().stream()).toList();
        insert(table, inserted, inserts, later);
        update(
                table,
                records.stream().flatMap(rows -> rows.updates().stream()).toList(),
                records.stream().flatMap(rows -> rows.found().stream()).toList(),
                updates);
        return later ? inserted.size() : 0;
    }

    /** Tells the ledger of rows that will not be taken back to a savepoint any more. */
    void stays(EntityTable<?> table, int rows) {
        if (rows > 0) {
            ledger.filled().expect(table.name(), rows);
        }
    }

    private <E, X extends Exception> void insert(
            EntityTable<E> table, List<E> entities, Operation<X> inserts, boolean later) throws SQLException, X {
        if (!entities.isEmpty()) {
            List<List<String>> keys = write(table, entities, inserts, !later || table.isFoundByIdentityMap());
            if (!later) {
                ledger.inserted(table.name(), keyNames(table), keys);
            }
            if (table.isFoundByIdentityMap()) {
                ledger.identified(
                        table.name(),
                        entities.stream().map(table::sourceKey).toList(),
                        keys.stream().map(key -> key.get(0)).toList());
            }
        }
    }

    private <E, X extends Exception> void update(
            EntityTable<E> table, List<E> entities, List<FoundRow> found, Operation<X> updates) throws SQLException, X {
        if (entities.isEmpty()) {
            return;
        }
        List<List<String>> keys;
        try (StatelessSession session = model.session(connection)) {
            SharedSessionContractImplementor implementor = session.unwrap(SharedSessionContractImplementor.class);
            if (table.identifierColumns().size() == 1 && !table.naturalKeyIsIdentifier()) {
                for (int i = 0; i < entities.size(); i++) {
                    table.setIdentifier(entities.get(i), found.get(i).id(), implementor);
                }
            }
            keys = keys(table, entities, implementor);
        }
        ledger.updating(table.name(), keyNames(table), keys);
        write(table, entities, updates, false);
        ledger.updated(table.name(), keyNames(table), keys);
    }

    /** Writes rows, and gives their keys if they are wanted. */
    private <E, X extends Exception> List<List<String>> write(
            EntityTable<E> table, List<E> entities, Operation<X> operation, boolean wanted) throws SQLException, X {
        // A session of its own for each part: one that has failed is not to be used again.
        try (StatelessSession session = model.session(connection)) {
            operation.write(session, table, entities);
            return wanted ? keys(table, entities, session.unwrap(SharedSessionContractImplementor.class)) : List.of();
        } catch (StaleStateException e) {
            throw new LostRowsException(
                    table.name(), "not every row of a batch of " + entities.size() + " was written");
        }
    }

    private List<Refusal> batchOrRecords(EntityTable<?> table, int size, Part part) {
        if (size == 0) {
            return List.of();
        }
        try {
            if (attempt(table, part, 0, size).isEmpty()) {
                return List.of();
            }
            List<Refusal> refusals = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int record = i;
                attempt(table, part, i, i + 1).forEach(reason -> refusals.add(new Refusal(record, reason)));
            }
            return refusals;
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    /** Writes a part, or leaves everything as it was and gives the reason. */
    private List<String> attempt(EntityTable<?> table, Part part, int from, int to) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            int rows = part.write(from, to);
            connection.releaseSavepoint(savepoint);
            stays(table, rows);
            return List.of();
        } catch (JDBCException e) {
            SQLException failure = e.getSQLException();
            if (!SqlFailure.isContentFault(failure)) {
                throw failure;
            }
            connection.rollback(savepoint);
            return List.of(SqlFailure.explain(failure).getMessage());
        }
    }

    private static <E> List<List<String>> keys(
            EntityTable<E> table, List<E> entities, SharedSessionContractImplementor session) {
        List<List<String>> keys = new ArrayList<>(entities.size());
        for (E entity : entities) {
            keys.add(table.identifierValues(entity, session).stream()
                    .map(String::valueOf)
                    .toList());
        }
        return keys;
    }

    private static List<String> keyNames(EntityTable<?> table) {
        return table.identifierColumns().stream().map(Column::name).toList();
    }

    /**
     * Writes rows of one kind.
     *
     * @param <X> what it fails with beside what the database fails with
     */
    @FunctionalInterface
    interface Operation<X extends Exception> {
        void write(StatelessSession session, EntityTable<?> table, List<?> entities) throws SQLException, X;
    }

    /** Writes the records from one index up to another; see {@link JdbcWriter#write}. */
    @FunctionalInterface
    private interface Part {
        int write(int from, int to) throws SQLException;
    }
}

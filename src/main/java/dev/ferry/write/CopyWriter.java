package dev.ferry.write;

import dev.ferry.database.SqlFailure;
import dev.ferry.ledger.LostRowsException;
import dev.ferry.ledger.TransactionLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.JDBCException;
import org.hibernate.StatelessSession;
import org.hibernate.engine.internal.Versioning;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.persister.entity.EntityPersister;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a batch by one binary COPY, straight into the table where that is the same as INSERT, else by way of a temporary table,
 * as for updates. What Hibernate would do otherwise is left to {@link JdbcWriter}, and so is a batch that the database refuses:
 * it is taken back and written that way, so that both lanes refuse the same records in the same words.
 */
public final class CopyWriter implements Writer {
    private static final Logger LOG = LoggerFactory.getLogger(CopyWriter.class);

    /** In a batch of fewer rows, a table is not large enough for its foreign keys to matter. */
    private static final int LARGE = 500;

    private final WriterChoice choice;
    private final HibernateModel model;
    private final Connection connection;
    private final JdbcWriter jdbc;
    private final CopyTables tables;
    private final BinaryRows own = new BinaryRows();
    private final PreparedRows prepared = new PreparedRows();
    private final Set<String> temporary = new HashSet<>();
    private final SuspendedKeys keys;
    private final Set<Class<?>> alone = new HashSet<>();
    private Optional<Class<?>> filling = Optional.empty();

    private CopyWriter(
            WriterChoice choice,
            HibernateModel model,
            Connection connection,
            TransactionLedger ledger,
            CopyTables tables) {
        this.choice = choice;
        this.model = model;
        this.connection = connection;
        this.jdbc = new JdbcWriter(model, connection, ledger);
        this.tables = tables;
        this.keys = new SuspendedKeys(connection);
    }

    /** A writer into the transaction of this connection, by the lane that is chosen. */
    public static Writer chosen(
            WriterChoice choice,
            HibernateModel model,
            Connection connection,
            TransactionLedger ledger,
            CopyTables tables) {
        return choice == WriterChoice.JDBC
                ? new JdbcWriter(model, connection, ledger)
                : new CopyWriter(choice, model, connection, ledger, tables);
    }

    @Override
    public <E> List<Refusal> write(Class<E> entity, List<RecordRows<E>> records) {
        EntityTable<E> table = model.table(entity);
        try {
            if (!copies(table, records)) {
                return jdbc.write(entity, records);
            }
            if (filling.filter(entity::equals).isPresent() && records.size() >= LARGE) {
                keys.suspend(
                        table, alone.stream().<EntityTable<?>>map(model::table).toList());
                filling = Optional.empty();
            }
            return isCopied(table, records) ? List.of() : jdbc.write(entity, records);
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    @Override
    public <E> void prepare(Class<E> entity, List<E> inserts) {
        if (choice.copies(inserts.size())) {
            tables.knownInsert(entity)
                    .filter(target -> target.layout().isAssigned())
                    .ifPresent(target -> prepared.add(target, inserts, model.mappingSession()));
        }
    }

    @Override
    public void filling(Class<?> entity, Set<Class<?>> others) {
        alone.addAll(others);
        filling = Optional.of(entity);
    }

    @Override
    public void filled() {
        filling = Optional.empty();
        try {
            keys.restore();
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private <E> boolean copies(EntityTable<E> table, List<RecordRows<E>> records) throws SQLException {
        int inserts = 0;
        int updates = 0;
        for (RecordRows<E> record : records) {
            inserts += record.inserts().size();
            updates += record.updates().size();
        }
        return (inserts > 0
                        && choice.copies(inserts)
                        && tables.of(table).insert().isPresent())
                || (updates > 0
                        && choice.copies(updates)
                        && tables.of(table).update().isPresent());
    }

    /** Writes a batch, or leaves everything as it was. */
    private <E> boolean isCopied(EntityTable<E> table, List<RecordRows<E>> records) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            int rows = jdbc.write(table, records, this::insert, this::update);
            connection.releaseSavepoint(savepoint);
            jdbc.stays(table, rows);
            return true;
        } catch (NotByCopyException e) {
            LOG.info("a batch of {} is written by JDBC, not COPY: {}", table.name(), e.getMessage());
        } catch (JDBCException | SQLException e) {
            SQLException failure =
                    e instanceof JDBCException jdbcFailure ? jdbcFailure.getSQLException() : (SQLException) e;
            if (!SqlFailure.isContentFault(failure)) {
                throw failure;
            }
            LOG.debug("a batch of {} is refused, and is written by JDBC to learn which rows are meant", table.name());
        }
        connection.rollback(savepoint);
        temporary.clear();
        return false;
    }

    private void insert(StatelessSession session, EntityTable<?> table, List<?> entities)
            throws SQLException, NotByCopyException {
        Optional<CopyTarget> target = tables.of(table).insert();
        if (target.isEmpty() || !choice.copies(entities.size())) {
            session.insertMultiple(entities);
            return;
        }
        SharedSessionContractImplementor implementor = session.unwrap(SharedSessionContractImplementor.class);
        // Identifiers may be asked of the server, which takes no questions during COPY.
        for (Object entity : entities) {
            prepare(entity, table.persister(), implementor);
        }
        copy(table, target.get(), entities, implementor);
    }

    /** Does what Hibernate's session does with an entity before its INSERT. */
    private static void prepare(Object entity, EntityPersister persister, SharedSessionContractImplementor session)
            throws NotByCopyException {
        if (persister.isVersioned()) {
            Object[] state = persister.getValues(entity);
            if (Versioning.seedVersion(entity, state, persister, session)) {
                persister.setValues(entity, state);
            }
        }
        Generator generator = persister.getGenerator();
        if (generator.generatedBeforeExecution(entity, session)) {
            Object current = generator.allowAssignedIdentifiers() ? persister.getIdentifier(entity, session) : null;
            Object id = ((BeforeExecutionGenerator) generator).generate(session, entity, current, EventType.INSERT);
            persister.setIdentifier(entity, id, session);
        } else if (persister.getIdentifier(entity, session) == null) {
            throw new NotByCopyException("a row has no identifier");
        }
    }

    private void update(StatelessSession session, EntityTable<?> table, List<?> entities)
            throws SQLException, NotByCopyException {
        Optional<CopyTarget> target = tables.of(table).update();
        if (target.isEmpty() || !choice.copies(entities.size())) {
            session.updateMultiple(entities);
            return;
        }
        copy(table, target.get(), entities, session.unwrap(SharedSessionContractImplementor.class));
    }

    private void copy(
            EntityTable<?> table, CopyTarget target, List<?> entities, SharedSessionContractImplementor session)
            throws SQLException, NotByCopyException {
        if (target.creation().isPresent()) {
            empty(target.table(), target.creation().get());
        }
        long written = copied(target, entities, session);
        if (target.move().isPresent()) {
            try (Statement statement = connection.createStatement()) {
                written = statement.executeLargeUpdate(target.move().get());
            }
        }
        if (written != entities.size()) {
            throw new LostRowsException(
                    table.name(), "not every row of a batch of " + entities.size() + " was written");
        }
    }

    private void empty(String name, String creation) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // It may be there although it is not known to be: what a savepoint takes back is made again.
            statement.execute((temporary.add(name) ? creation + "; " : "") + "TRUNCATE " + name);
        }
    }

    private long copied(CopyTarget target, List<?> entities, SharedSessionContractImplementor session)
            throws SQLException, NotByCopyException {
        Optional<BinaryRows> ready = prepared.take(target, entities);
        BinaryRows rows = ready.orElse(own);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(target.copy());
        try {
            if (ready.isEmpty()) {
                rows.begin();
                for (Object entity : entities) {
                    target.put(entity, rows, session);
                    rows.flush(copy);
                }
            }
            return rows.end(copy);
        } catch (SQLException | NotByCopyException e) {
            cancel(copy, e);
            throw e;
        } finally {
            ready.ifPresent(prepared::release);
        }
    }

    /** Nothing else can be done on the connection before. */
    private static void cancel(CopyIn copy, Exception cause) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}

package dev.ferry.write;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.UniqueKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** What the target's tables hold, asked for many rows at a time. Reads only; belongs to one connection. */
public final class TargetTables implements AutoCloseable {
    private final HibernateModel model;
    private final Connection connection;
    private final StatelessSession session;
    private final Map<Class<?>, TableLookup<?>> lookups = new HashMap<>();

    /** The tables of a profile, as a connection's transaction sees them. */
    public TargetTables(HibernateModel model, Connection connection) {
        this.model = model;
        this.connection = connection;
        this.session = model.session(connection);
    }

    /** The row of each natural key, in the keys' order. */
    public <E> List<Optional<FoundRow>> find(Class<E> entity, List<NaturalKey> keys) throws SQLException {
        return lookup(entity).find(model.table(entity).naturalKeyColumns(), keys);
    }

    /** The row of each value of a unique key, in the values' order. */
    public <E> List<Optional<FoundRow>> find(Class<E> entity, UniqueKey<E> key, List<NaturalKey> values)
            throws SQLException {
        return lookup(entity).find(model.table(entity).columns(key), values);
    }

    /** The row of each entity's natural key and the columns in which it differs from the entity, in the entities' order. */
    public <E> List<Optional<FoundRow>> compare(Class<E> entity, List<E> entities) throws SQLException {
        return lookup(entity).compare(entities);
    }

    @SuppressWarnings("unchecked") // The map's values are lookups of their keys' entities.
    private <E> TableLookup<E> lookup(Class<E> entity) throws SQLException {
        TableLookup<?> lookup = lookups.get(entity);
        if (lookup == null) {
            lookup = new TableLookup<>(
                    model.table(entity), connection, session.unwrap(SharedSessionContractImplementor.class));
            lookups.put(entity, lookup);
        }
        return (TableLookup<E>) lookup;
    }

    @Override
    public void close() {
        session.close();
    }
}

package dev.ferry.write;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.UniqueKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
        this.session = model.readingSession(connection);
    }

    /** The row of each natural key, in the keys' order. */
    public <E> List<Optional<FoundRow>> find(Class<E> entity, List<NaturalKey> keys) throws SQLException {
        EntityTable<E> table = model.table(entity);
        if (!table.isFoundByIdentityMap()) {
            return lookup(entity).find(table.naturalKeyColumns(), keys);
        }
        return identities(table).find(keys);
    }

    /** The row of each value of a unique key, in the values' order. */
    public <E> List<Optional<FoundRow>> find(Class<E> entity, UniqueKey<E> key, List<NaturalKey> values)
            throws SQLException {
        EntityTable<E> table = model.table(entity);
        return table.isFoundByIdentityMap() && table.isNaturalKey(key)
                ? find(entity, values)
                : lookup(entity).find(table.columns(key), values);
    }

    /** The row of each entity's natural key and the columns in which it differs from the entity, in the entities' order. */
    public <E> List<Optional<FoundRow>> compare(Class<E> entity, List<E> entities) throws SQLException {
        EntityTable<E> table = model.table(entity);
        return table.isFoundByIdentityMap()
                ? identities(table).compare(entities)
                : lookup(entity).compare(entities);
    }

    /** The row of each identifier and the columns in which it differs from an entity, in the entities' order. */
    public <E> List<Optional<FoundRow>> compare(Class<E> entity, List<E> rows, List<Object> ids) throws SQLException {
        return lookup(entity).compare(rows, ids);
    }

    /** The row of each identifier, compared with an entity and digested; in the entities' order. */
    public <E> List<Optional<ComparedRow>> compareWhole(Class<E> entity, List<E> rows, List<Object> ids)
            throws SQLException {
        return comparison(entity).compare(rows, ids);
    }

    /** The values of some columns of the rows of identifiers, beside those of entities. */
    public <E> List<DifferingValue> values(Class<E> entity, List<E> rows, List<Object> ids, List<List<String>> columns)
            throws SQLException {
        return comparison(entity).values(rows, ids, columns);
    }

    /**
     * The row that alone has the values of a key; in the values' order. The natural key must name no parent.
     *
     * @param attributes the entity's attributes to read, whose columns are text
     */
    public <E> List<Optional<ReadRow>> read(
            Class<E> entity, UniqueKey<E> key, List<NaturalKey> values, List<String> attributes) throws SQLException {
        EntityTable<E> table = model.table(entity);
        return table.isFoundByIdentityMap() && table.isNaturalKey(key)
                ? identities(table).read(values, attributes)
                : lookup(entity).read(table.columns(key), values, attributes);
    }

    /** Some text attributes of the first rows, by their identifiers, that have the first of them. */
    public List<List<Optional<String>>> first(Class<?> entity, List<String> attributes, int limit) throws SQLException {
        EntityTable<?> table = model.table(entity);
        List<String> columns = attributes.stream()
                .map(attribute -> table.column(attribute).sql())
                .toList();
        String sql = "SELECT " + String.join(", ", columns) + " FROM " + table.sql() + " WHERE " + columns.get(0)
                + " IS NOT NULL ORDER BY " + table.identifierColumns().get(0).sql() + " LIMIT " + limit;
        List<List<Optional<String>>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<Optional<String>> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(Optional.ofNullable(row.getString(i)));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    /** Whether a table has no row. */
    public boolean isEmpty(Class<?> entity) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT NOT EXISTS (SELECT FROM " + model.table(entity).sql() + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /**
     * Whether a table has no row, and gets none from other sessions until the transaction ends: it is locked then. Where somebody
     * is at work on it, or this user may not lock it, nothing is waited for.
     */
    public boolean isEmptyAndHeld(Class<?> entity) throws SQLException {
        if (!isEmpty(entity)) {
            return false;
        }
        return WithoutWaiting.execute(
                        connection,
                        List.of("LOCK TABLE " + model.table(entity).sql() + " IN SHARE ROW EXCLUSIVE MODE NOWAIT"))
                && isEmpty(entity);
    }

    private <E> RowComparison<E> comparison(Class<E> entity) throws SQLException {
        return new RowComparison<>(
                model.table(entity), lookup(entity), session.unwrap(SharedSessionContractImplementor.class));
    }

    private <E> IdentityLookup<E> identities(EntityTable<E> table) throws SQLException {
        return new IdentityLookup<>(table, connection, lookup(table.entity()));
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

package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.CopyTables;
import dev.ferry.write.FoundRow;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.ParentRows;
import dev.ferry.write.ReadRow;
import dev.ferry.write.RememberedRows;
import dev.ferry.write.TargetTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run asks of its target's tables, on one connection, and what it keeps of the answers; for one thread. */
final class Lookups implements AutoCloseable {
    private final HibernateModel model;
    private final ParentCache parents;
    private final RememberedRows remembered;
    private final TargetTables tables;
    private final CopyTables copyTables;

    Lookups(HibernateModel model, Connection connection) {
        this(model, connection, new ParentCache(), new RememberedRows(model));
    }

    private Lookups(HibernateModel model, Connection connection, ParentCache parents, RememberedRows remembered) {
        this.model = model;
        this.parents = parents;
        this.remembered = remembered;
        this.tables = new TargetTables(model, connection);
        this.copyTables = new CopyTables(connection);
    }

    /** The same on another connection, in the place of one that was lost. */
    Lookups on(Connection other) {
        return new Lookups(model, other, parents, remembered);
    }

    ParentRows references(Map<Class<?>, Set<NaturalKey>> asked, Map<Class<?>, Set<NaturalKey>> missing)
            throws SQLException {
        Map<Class<?>, Map<NaturalKey, Object>> identifiers = new HashMap<>();
        for (Map.Entry<Class<?>, Set<NaturalKey>> parent : asked.entrySet()) {
            if (!model.naturalKeyIsIdentifier(parent.getKey())) {
                identifiers.put(parent.getKey(), identifiers(parent.getKey(), parent.getValue()));
            }
            remembered.read(tables, parent.getKey(), parent.getValue());
        }
        return new ParentRows(model, identifiers, missing, remembered);
    }

    Map<NaturalKey, Object> identifiers(Class<?> entity, Set<NaturalKey> keys) throws SQLException {
        return parents.of(entity, keys, asked -> tables.find(entity, asked));
    }

    <E> void remember(Table<E> table, NaturalKey key, E row) {
        remembered.remember(table.entity(), key, row);
    }

    void adopt(Class<?> entity, NaturalKey key, Object id) {
        parents.adopt(entity, key, id);
    }

    boolean isEmpty(Table<?> table) throws SQLException {
        return tables.isEmpty(table.entity());
    }

    <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities) throws SQLException {
        return entities.isEmpty() ? List.of() : tables.compare(table.entity(), entities);
    }

    <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities, List<Object> ids) throws SQLException {
        return entities.isEmpty() ? List.of() : tables.compare(table.entity(), entities, ids);
    }

    <E> List<Optional<FoundRow>> find(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) throws SQLException {
        return values.isEmpty() ? List.of() : tables.find(table.entity(), key, values);
    }

    <E> List<Optional<ReadRow>> read(Table<E> table, UniqueKey<E> key, List<NaturalKey> values, List<String> attributes)
            throws SQLException {
        return values.isEmpty() ? List.of() : tables.read(table.entity(), key, values, attributes);
    }

    /** What COPY can write on this connection. */
    CopyTables copyTables() {
        return copyTables;
    }

    @Override
    public void close() {
        tables.close();
    }
}

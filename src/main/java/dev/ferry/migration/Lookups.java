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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run asks of its target's tables, on one connection, and what it keeps of the answers; for one thread. */
final class Lookups implements AutoCloseable {
    private final HibernateModel model;
    private final ParentCache parents;
    private final RememberedRows remembered;
    private final TargetTables tables;
    private final CopyTables copyTables;
    private final Set<Class<?>> filledAlone = new HashSet<>();
    private final Set<Class<?>> withoutRows = new HashSet<>();
    private Runnable beforeParents = () -> {};
    private @Nullable Class<?> empty;

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

    /** Has something done before parents are read from the database. */
    void beforeParents(Runnable action) {
        beforeParents = action;
    }

    ParentRows references(Map<Class<?>, Set<NaturalKey>> asked, Map<Class<?>, Set<NaturalKey>> missing)
            throws SQLException {
        Map<Class<?>, Map<NaturalKey, Object>> identifiers = new HashMap<>();
        for (Map.Entry<Class<?>, Set<NaturalKey>> parent : asked.entrySet()) {
            if (!model.naturalKeyIsIdentifier(parent.getKey())) {
                identifiers.put(parent.getKey(), identifiers(parent.getKey(), parent.getValue()));
            }
            if (remembered.lacks(parent.getKey(), parent.getValue())) {
                beforeParents.run();
                remembered.read(tables, parent.getKey(), parent.getValue());
            }
        }
        return new ParentRows(model, identifiers, missing, remembered);
    }

    Map<NaturalKey, Object> identifiers(Class<?> entity, Set<NaturalKey> keys) throws SQLException {
        if (withoutRows.contains(entity)) {
            return Map.of();
        }
        return parents.of(entity, keys, asked -> {
            beforeParents.run();
            return tables.find(entity, asked);
        });
    }

    <E> void remember(Table<E> table, NaturalKey key, E row) {
        remembered.remember(table.entity(), key, row);
    }

    void adopt(Class<?> entity, NaturalKey key, Object id) {
        parents.adopt(entity, key, id);
    }

    /** Keeps the identifiers of rows that are there now. */
    <E> void know(Table<E> table, List<Meeting<E>> rows) {
        if (model.naturalKeyIsIdentifier(table.entity())) {
            return;
        }
        for (Meeting<E> meeting : rows) {
            Object id =
                    meeting.row().map(FoundRow::id).orElseGet(() -> model.identifier(table.entity(), meeting.entity()));
            parents.know(table.entity(), meeting.key(), id);
        }
    }

    /**
     * Begins a step. Nothing is looked for in its table where that has no row yet: those that the step itself writes have keys
     * that its other records have not.
     */
    void enter(Table<?> table) throws SQLException {
        empty = tables.isEmpty(table.entity()) ? table.entity() : null;
    }

    /** The same for a check, which writes nothing: what refers to rows of such a table finds none later either. */
    void enterToCheck(Table<?> table) throws SQLException {
        enter(table);
        if (empty != null) {
            withoutRows.add(empty);
        }
    }

    /** The same for a transaction that writes, which keeps other writers off such a table until it ends; whether it is one. */
    boolean enterToWrite(Table<?> table) throws SQLException {
        empty = tables.isEmptyAndHeld(table.entity()) ? table.entity() : null;
        if (empty != null) {
            filledAlone.add(empty);
        }
        return empty != null;
    }

    /** The entities whose tables had no row when this transaction began to fill them, and got none from others since. */
    Set<Class<?>> filledAlone() {
        return filledAlone;
    }

    private static <T> List<Optional<T>> none(List<?> asked) {
        return Collections.nCopies(asked.size(), Optional.empty());
    }

    /** Whether a table had no row when its step began. */
    boolean hasNothing(Table<?> table) {
        return table.entity().equals(empty);
    }

    boolean isEmpty(Table<?> table) throws SQLException {
        return tables.isEmpty(table.entity());
    }

    <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities) throws SQLException {
        return entities.isEmpty() || hasNothing(table) ? none(entities) : tables.compare(table.entity(), entities);
    }

    <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities, List<Object> ids) throws SQLException {
        return entities.isEmpty() ? List.of() : tables.compare(table.entity(), entities, ids);
    }

    <E> List<Optional<FoundRow>> find(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) throws SQLException {
        return values.isEmpty() || hasNothing(table) ? none(values) : tables.find(table.entity(), key, values);
    }

    <E> List<Optional<ReadRow>> read(Table<E> table, UniqueKey<E> key, List<NaturalKey> values, List<String> attributes)
            throws SQLException {
        return values.isEmpty() || hasNothing(table)
                ? none(values)
                : tables.read(table.entity(), key, values, attributes);
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

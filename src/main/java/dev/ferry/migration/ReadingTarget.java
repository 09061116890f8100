package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.write.FoundRow;
import dev.ferry.write.ParentRows;
import dev.ferry.write.ReadRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A target that is a database: everything that is only asked of it. */
abstract class ReadingTarget implements Target {
    /** Something to ask of the tables; may be asked again where the connection is lost. */
    @FunctionalInterface
    interface Question<T> {
        T of(Lookups tables) throws SQLException;
    }

    /** Asks, after everything that was handed over to be written. */
    abstract <T> T ask(Question<T> question);

    /** The same where the tables see to that themselves, and mostly know the answer without asking. */
    <T> T askIfNeeded(Question<T> question) {
        return ask(question);
    }

    @Override
    public final Set<NaturalKey> present(Class<?> entity, Set<NaturalKey> keys) {
        return askIfNeeded(tables -> tables.identifiers(entity, keys)).keySet();
    }

    @Override
    public final ParentRows references(Map<Class<?>, Set<NaturalKey>> parents, Map<Class<?>, Set<NaturalKey>> missing) {
        return askIfNeeded(tables -> tables.references(parents, missing));
    }

    @Override
    public final boolean isEmpty(Table<?> table) {
        return ask(tables -> tables.isEmpty(table));
    }

    @Override
    public final <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities) {
        return ask(tables -> tables.compare(table, entities));
    }

    @Override
    public final <E> List<Optional<FoundRow>> compare(Table<E> table, List<E> entities, List<Object> ids) {
        return ask(tables -> tables.compare(table, entities, ids));
    }

    @Override
    public final <E> List<Optional<FoundRow>> find(Table<E> table, UniqueKey<E> key, List<NaturalKey> values) {
        return ask(tables -> tables.find(table, key, values));
    }

    @Override
    public final <E> List<Optional<ReadRow>> read(
            Table<E> table, UniqueKey<E> key, List<NaturalKey> values, List<String> attributes) {
        return ask(tables -> tables.read(table, key, values, attributes));
    }

    @Override
    public final <E> void remember(Table<E> table, NaturalKey key, E row) {
        askIfNeeded(tables -> {
            tables.remember(table, key, row);
            return row;
        });
    }

    @Override
    public final void adopt(Class<?> entity, NaturalKey key, Object id) {
        askIfNeeded(tables -> {
            tables.adopt(entity, key, id);
            return id;
        });
    }
}

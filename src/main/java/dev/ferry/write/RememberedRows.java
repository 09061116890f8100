package dev.ferry.write;

import dev.ferry.profile.NaturalKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What later steps read of parents: the attributes that their tables remember, as the source has them, or as the database does
 * where the source has no such row. In memory for all rows of such tables, which are few.
 */
public final class RememberedRows {
    private final HibernateModel model;
    private final Map<Class<?>, Map<NaturalKey, List<@Nullable Object>>> byEntity = new HashMap<>();

    /** Remembers nothing yet. */
    public RememberedRows(HibernateModel model) {
        this.model = model;
    }

    /** Remembers a row, where its table remembers anything. */
    public <E> void remember(Class<E> entity, NaturalKey key, E row) {
        EntityTable<E> table = model.table(entity);
        if (!table.rememberedNames().isEmpty()) {
            of(entity).put(key, table.remembered(row));
        }
    }

    /** Whether any of the keys is not remembered, where their table remembers anything. */
    public boolean lacks(Class<?> entity, Set<NaturalKey> keys) {
        return !model.table(entity).rememberedNames().isEmpty()
                && !of(entity).keySet().containsAll(keys);
    }

    /** Reads the rows of keys that are not remembered; the attributes must be texts. */
    public <E> void read(TargetTables tables, Class<E> entity, Set<NaturalKey> keys) throws SQLException {
        EntityTable<E> table = model.table(entity);
        List<NaturalKey> unknown =
                keys.stream().filter(key -> !of(entity).containsKey(key)).toList();
        List<Optional<ReadRow>> rows = tables.read(entity, table.naturalKey(), unknown, table.rememberedNames());
        for (int i = 0; i < unknown.size(); i++) {
            if (rows.get(i).isPresent()) {
                List<@Nullable Object> values = new ArrayList<>();
                rows.get(i).get().values().forEach(value -> values.add(value.orElse(null)));
                of(entity).put(unknown.get(i), values);
            }
        }
    }

    /** Gives a parent what is remembered of it. */
    <P> void recall(EntityTable<P> table, NaturalKey key, P row) {
        List<@Nullable Object> values = of(table.entity()).get(key);
        if (values != null) {
            table.recall(row, values);
        }
    }

    private Map<NaturalKey, List<@Nullable Object>> of(Class<?> entity) {
        return byEntity.computeIfAbsent(entity, any -> new HashMap<>());
    }
}

package dev.ferry.write;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.References;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parents by natural key, as entities that carry their identifier only. Where the natural key is the identifier, nothing
 * needs to be looked up.
 */
public final class ParentRows implements References {
    private final HibernateModel model;
    private final Map<Class<?>, Map<NaturalKey, Object>> identifiers;
    private final Map<Class<?>, Set<NaturalKey>> missing;
    private final RememberedRows remembered;
    private final IdentityHashMap<Object, NaturalKey> given = new IdentityHashMap<>();

    /**
     * Parents of one batch.
     *
     * @param identifiers the identifiers that a lookup found; a parent without one is an entity without an identifier, which
     *     is enough to check a record but not to write it
     * @param missing the keys of parents that are not there
     * @param remembered what is known of parents beside their identifiers
     */
    public ParentRows(
            HibernateModel model,
            Map<Class<?>, Map<NaturalKey, Object>> identifiers,
            Map<Class<?>, Set<NaturalKey>> missing,
            RememberedRows remembered) {
        this.model = model;
        this.identifiers = Map.copyOf(identifiers);
        this.missing = Map.copyOf(missing);
        this.remembered = remembered;
    }

    @Override
    public <P> P parent(Class<P> entity, NaturalKey key) {
        EntityTable<P> table = model.table(entity);
        P row = table.withIdentifier(identifier(table, key), model.mappingSession());
        remembered.recall(table, key, row);
        given.put(row, key);
        return row;
    }

    @Override
    public <P> Optional<P> find(Class<P> entity, NaturalKey key) {
        return missing.getOrDefault(entity, Set.of()).contains(key)
                ? Optional.empty()
                : Optional.of(parent(entity, key));
    }

    /**
     * The key with the parents among its values replaced by their natural keys, so that it tells two rows apart, to people too,
     * even where a parent has no identifier yet.
     */
    public NaturalKey byNaturalKeys(NaturalKey key) {
        // For each key of each row; most have one value.
        for (int i = 0; !given.isEmpty() && i < key.values().size(); i++) {
            if (given.containsKey(key.values().get(i))) {
                return new NaturalKey(key.values().stream().map(this::named).toList());
            }
        }
        return key;
    }

    private Object named(Object value) {
        NaturalKey parent = given.get(value);
        return parent == null ? value : parent;
    }

    /** Whether any parent was given. */
    public boolean gave() {
        return !given.isEmpty();
    }

    /** Knows the parents among some values too, which another has given. */
    public void include(ParentRows other, List<Object> values) {
        values.forEach(value -> {
            NaturalKey key = other.given.get(value);
            if (key != null) {
                given.put(value, key);
            }
        });
    }

    private @Nullable Object identifier(EntityTable<?> table, NaturalKey key) {
        return table.naturalKeyIsIdentifier()
                ? key.values().get(0)
                : identifiers.getOrDefault(table.entity(), Map.of()).get(key);
    }
}

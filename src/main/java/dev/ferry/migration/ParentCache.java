package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import dev.ferry.write.FoundRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The identifiers of parents that were looked up, the latest {@link #most} of each entity: children often share few.
 *
 * <p>Only rows that were found are kept, and those of an entity are written before those that need them.
 */
final class ParentCache {
    /** The most parents of one entity that are kept in a small heap. */
    static final int LEAST = 10_000;

    /** What a parent takes in memory, in bytes; an estimate. */
    private static final int EACH = 256;

    /** The most parents of one entity that are kept. */
    private final long most = Math.max(LEAST, SpareMemory.part(8) / EACH);

    private final Map<Class<?>, Map<NaturalKey, Object>> byEntity = new HashMap<>();

    /** Rows that no lookup finds by these keys, so that they are kept for good. */
    private final Map<Class<?>, Map<NaturalKey, Object>> adopted = new HashMap<>();

    /** Gives the row of each key, in the keys' order. */
    @FunctionalInterface
    interface Lookup {
        List<Optional<FoundRow>> find(List<NaturalKey> keys) throws SQLException;
    }

    /** Keeps the identifier of a row that has another natural key. */
    void adopt(Class<?> entity, NaturalKey key, Object id) {
        adopted.computeIfAbsent(entity, any -> new HashMap<>()).put(key, id);
    }

    /** Keeps the identifier of a row that is there now. */
    void know(Class<?> entity, NaturalKey key, Object id) {
        of(entity).put(key, id);
    }

    private Map<NaturalKey, Object> of(Class<?> entity) {
        return byEntity.computeIfAbsent(entity, any -> new LatestKeys(most));
    }

    /**
     * The identifiers of those of the keys that have a row.
     *
     * @param lookup gives the row of each key, in their order
     */
    Map<NaturalKey, Object> of(Class<?> entity, Set<NaturalKey> keys, Lookup lookup) throws SQLException {
        Map<NaturalKey, Object> kept = of(entity);
        Map<NaturalKey, Object> own = adopted.getOrDefault(entity, Map.of());
        Map<NaturalKey, Object> found = new HashMap<>();
        List<NaturalKey> asked = new ArrayList<>();
        for (NaturalKey key : keys) {
            Object id = own.isEmpty() || !own.containsKey(key) ? kept.get(key) : own.get(key);
            if (id == null) {
                asked.add(key);
            } else {
                found.put(key, id);
            }
        }
        List<Optional<FoundRow>> rows = asked.isEmpty() ? List.of() : lookup.find(asked);
        for (int i = 0; i < rows.size(); i++) {
            NaturalKey key = asked.get(i);
            rows.get(i).ifPresent(row -> {
                found.put(key, row.id());
                kept.put(key, row.id());
            });
        }
        return found;
    }

    /** Forgets the key that was asked for longest ago. */
    private static final class LatestKeys extends LinkedHashMap<NaturalKey, Object> {
        private static final long serialVersionUID = 1L;

        private final long most;

        LatestKeys(long most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<NaturalKey, Object> eldest) {
            return size() > most;
        }
    }
}

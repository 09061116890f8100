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
 * The identifiers of parents that were looked up, the latest {@link #MOST} of each entity: children often share few.
 *
 * <p>Only rows that were found are kept, and those of an entity are written before those that need them.
 */
final class ParentCache {
    /** The most parents of one entity that are kept. */
    static final int MOST = 10_000;

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

    /**
     * The identifiers of those of the keys that have a row.
     *
     * @param lookup gives the row of each key, in their order
     */
    Map<NaturalKey, Object> of(Class<?> entity, Set<NaturalKey> keys, Lookup lookup) throws SQLException {
        Map<NaturalKey, Object> kept = byEntity.computeIfAbsent(entity, any -> new LatestKeys());
        Map<NaturalKey, Object> found = new HashMap<>();
        List<NaturalKey> asked = new ArrayList<>();
        for (NaturalKey key : keys) {
            Object own = adopted.getOrDefault(entity, Map.of()).get(key);
            Object id = own == null ? kept.get(key) : own;
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

        LatestKeys() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<NaturalKey, Object> eldest) {
            return size() > MOST;
        }
    }
}

package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rows of the target that stand for rows of the source although their natural key is another. */
final class Adoptions {
    private final Map<NaturalKey, Object> ids = new HashMap<>();

    /** @param key the natural key in the source */
    void add(NaturalKey key, Object id) {
        ids.put(key, id);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** The identifier of the row that stands for a natural key of the source, where a fallback key found one. */
    Optional<Object> of(NaturalKey key) {
        return Optional.ofNullable(ids.get(key));
    }
}

package dev.ferry.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of attributes that no two rows of a table may share: the natural key, or another unique constraint.
 *
 * @param field the field of the source that a violation points at, empty for the record as a whole
 * @param attributes the attributes, in the order of the key's values
 */
public record UniqueKey<E>(String field, List<KeyAttribute<E>> attributes) {
    public UniqueKey {
        attributes = List.copyOf(attributes);
    }

    /** The key's values in an entity, or empty where one of them is null, since SQL's NULLs are never equal. */
    public Optional<NaturalKey> of(E entity) {
        List<Object> values = new ArrayList<>(attributes.size());
        for (KeyAttribute<E> attribute : attributes) {
            Object value = attribute.value().apply(entity);
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(new NaturalKey(values));
    }
}

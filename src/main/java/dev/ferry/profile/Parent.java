package dev.ferry.profile;

import java.util.Optional;
import java.util.function.Function;

/**
 * A row of another table that a record needs.
 *
 * @param field the field of the source that names the parent, empty where the record's own key does
 * @param entity the parent's entity, filled by an earlier step
 * @param key the parent's natural key, empty where the record names none
 */
public record Parent<D extends Record>(String field, Class<?> entity, Function<D, Optional<NaturalKey>> key) {}

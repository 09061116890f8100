package dev.ferry.profile;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an entity that takes part in a key.
 *
 * @param name the attribute's name in the entity, as JPA knows it
 * @param value reads it, a parent as the entity that it is; null means that the row has no such key
 */
public record KeyAttribute<E>(String name, Function<E, @Nullable Object> value) {}

package dev.ferry.profile;

/** Gives a mapping the parents of its record; they were looked up for the whole batch before. */
@FunctionalInterface
public interface References {
    /**
     * The parent row as an entity that carries its identifier and nothing else.
     *
     * @throws IllegalArgumentException where the step does not declare such a parent for this record
     */
    <P> P parent(Class<P> entity, NaturalKey key);
}

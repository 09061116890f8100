package dev.ferry.profile;

import java.util.Optional;

/** Gives a mapping the parents of its record; they were looked up for the whole batch before. */
public interface References {
    /**
     * The parent row as an entity that carries its identifier, the attributes that its table remembers
     * ({@link Table#remembered}), and nothing else.
     *
     * @throws IllegalArgumentException where the step does not declare such a parent for this record
     */
    <P> P parent(Class<P> entity, NaturalKey key);

    /** The same, empty where there is no such row: for parents that a record can be written without. */
    <P> Optional<P> find(Class<P> entity, NaturalKey key);
}

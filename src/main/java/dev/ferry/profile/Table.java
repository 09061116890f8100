package dev.ferry.profile;

import java.util.List;
import java.util.Set;

/**
 * A table of the target and what tells its rows apart.
 *
 * @param name the table's name without its schema; reports call it the entity
 * @param entity the JPA entity of the table
 * @param key the natural key, by which rows are found again
 * @param unique the table's other unique constraints
 * @param fallbacks keys by which a row is found that the natural key does not find, in this order; a row counts only where no
 *     record of the source has its natural key
 * @param allocations attributes whose values are given out across records, each of them unique
 * @param filledByDatabase attributes that the source may leave to the database, as JPA knows them: null is no difference from
 *     what a row has. The table must give a null value on insert, and leave what is there on update
 */
public record Table<E>(
        String name,
        Class<E> entity,
        UniqueKey<E> key,
        List<UniqueKey<E>> unique,
        List<UniqueKey<E>> fallbacks,
        List<Allocation<E>> allocations,
        Set<String> filledByDatabase) {
    public Table {
        unique = List.copyOf(unique);
        fallbacks = List.copyOf(fallbacks);
        allocations = List.copyOf(allocations);
        filledByDatabase = Set.copyOf(filledByDatabase);
    }

    /** A table whose natural key is its only unique one. */
    public Table(String name, Class<E> entity, UniqueKey<E> key) {
        this(name, entity, key, List.of(), List.of(), List.of(), Set.of());
    }

    /** The same table with further unique keys. */
    public Table<E> withUnique(List<UniqueKey<E>> newUnique) {
        return new Table<>(name, entity, key, newUnique, fallbacks, allocations, filledByDatabase);
    }

    /** The same table with keys that find a row where the natural key finds none. */
    public Table<E> withFallbacks(List<UniqueKey<E>> newFallbacks) {
        return new Table<>(name, entity, key, unique, newFallbacks, allocations, filledByDatabase);
    }

    /** The same table with attributes whose values are given out across records. */
    public Table<E> withAllocations(List<Allocation<E>> newAllocations) {
        return new Table<>(name, entity, key, unique, fallbacks, newAllocations, filledByDatabase);
    }

    /** The same table with attributes that the source may leave to the database. */
    public Table<E> withFilledByDatabase(Set<String> attributes) {
        return new Table<>(name, entity, key, unique, fallbacks, allocations, attributes);
    }
}

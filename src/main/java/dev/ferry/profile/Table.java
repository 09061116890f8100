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
 * @param found how the row of a natural key is found again
 * @param remembered attributes that later steps read of a parent, see {@link References#parent}; kept in memory for each row,
 *     so only for tables of few rows
 * @param filledByDatabase attributes that the source may leave to the database, as JPA knows them: null is no difference from
 *     what a row has. The table must give a null value on insert, and leave what is there on update
 * @param volatileAttributes attributes that may differ from run to run although the source is the same, as JPA knows them: salted
 *     hashes, points in time. Who compares rows leaves them out where the mapping gives no value. What the database fills, what
 *     JPA does not write and identifiers of sequences are so without being named
 */
public record Table<E>(
        String name,
        Class<E> entity,
        UniqueKey<E> key,
        List<UniqueKey<E>> unique,
        List<UniqueKey<E>> fallbacks,
        List<Allocation<E>> allocations,
        Set<String> filledByDatabase,
        Found found,
        Set<String> remembered,
        Set<String> volatileAttributes) {
    /** How the row of a natural key is found again. */
    public enum Found {
        /** By its columns: the key's attributes are columns of the table. */
        BY_COLUMNS,
        /**
         * By the ledger's identity map, which keeps the identifier of the row that each natural key of a source became: the
         * key is of one or several texts, and the table has no columns for it.
         */
        BY_IDENTITY_MAP
    }

    public Table {
        unique = List.copyOf(unique);
        fallbacks = List.copyOf(fallbacks);
        allocations = List.copyOf(allocations);
        filledByDatabase = Set.copyOf(filledByDatabase);
        remembered = Set.copyOf(remembered);
        volatileAttributes = Set.copyOf(volatileAttributes);
    }

    /** A table whose natural key is its only unique one. */
    public Table(String name, Class<E> entity, UniqueKey<E> key) {
        this(name, entity, key, List.of(), List.of(), List.of(), Set.of(), Found.BY_COLUMNS, Set.of(), Set.of());
    }

    /** The same table with further unique keys. */
    public Table<E> withUnique(List<UniqueKey<E>> newUnique) {
        return new Table<>(
                name,
                entity,
                key,
                newUnique,
                fallbacks,
                allocations,
                filledByDatabase,
                found,
                remembered,
                volatileAttributes);
    }

    /** The same table with keys that find a row where the natural key finds none. */
    public Table<E> withFallbacks(List<UniqueKey<E>> newFallbacks) {
        return new Table<>(
                name,
                entity,
                key,
                unique,
                newFallbacks,
                allocations,
                filledByDatabase,
                found,
                remembered,
                volatileAttributes);
    }

    /** The same table with attributes whose values are given out across records. */
    public Table<E> withAllocations(List<Allocation<E>> newAllocations) {
        return new Table<>(
                name,
                entity,
                key,
                unique,
                fallbacks,
                newAllocations,
                filledByDatabase,
                found,
                remembered,
                volatileAttributes);
    }

    /** The same table with attributes that the source may leave to the database. */
    public Table<E> withFilledByDatabase(Set<String> attributes) {
        return new Table<>(
                name, entity, key, unique, fallbacks, allocations, attributes, found, remembered, volatileAttributes);
    }

    /** The same table, whose natural keys are kept in the ledger's identity map. */
    public Table<E> foundByIdentityMap() {
        return new Table<>(
                name,
                entity,
                key,
                unique,
                fallbacks,
                allocations,
                filledByDatabase,
                Found.BY_IDENTITY_MAP,
                remembered,
                volatileAttributes);
    }

    /** The same table with attributes that later steps read of its rows. */
    public Table<E> withRemembered(Set<String> attributes) {
        return new Table<>(
                name,
                entity,
                key,
                unique,
                fallbacks,
                allocations,
                filledByDatabase,
                found,
                attributes,
                volatileAttributes);
    }

    /** The same table with attributes that may differ from run to run. */
    public Table<E> withVolatile(Set<String> attributes) {
        return new Table<>(
                name, entity, key, unique, fallbacks, allocations, filledByDatabase, found, remembered, attributes);
    }
}

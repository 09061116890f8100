package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.validate.KeyIndex;
import dev.ferry.validate.Violation;
import dev.ferry.write.ParentRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Finds keys that the source has twice. What the index of hashes suspects is confirmed by looking at the first holder again. */
final class SourceKeys<E> {
    private final Table<E> table;
    private final String entity;
    private final TableKeys<E> keys;
    private final KeyIndex naturalKeys;
    private final List<KeyIndex> uniqueKeys = new ArrayList<>();
    private final int number;

    /**
     * Rows that were seen before.
     *
     * @param parents gave the rows their parents
     */
    record Holder<E>(Origin origin, List<E> rows, ParentRows parents) {
        private long count(UniqueKey<E> unique, NaturalKey key) {
            return rows.stream()
                    .filter(row -> key(unique, row, parents).equals(Optional.of(key)))
                    .count();
        }
    }

    /**
     * The keys of one of the steps that fill a table.
     *
     * @param entity the table by whose name people know the step's records
     * @param keys those of all of them
     * @param holders gives the rows of an offset again, those of all parts where a record has parts
     */
    SourceKeys(Table<E> table, String entity, TableKeys<E> keys, LongFunction<List<Holder<E>>> holders) {
        this.table = table;
        this.entity = entity;
        this.keys = keys;
        this.naturalKeys = keys.natural();
        table.unique().forEach(unique -> uniqueKeys.add(keys.unique(unique)));
        this.number = keys.join(holders);
    }

    /** Adds a record that is rejected already, known by its natural key alone. */
    List<Violation> addRejected(Origin origin, NaturalKey key) {
        OptionalLong first = naturalKeys.add(key, place(origin));
        if (first.isEmpty()) {
            naturalKeys.reject(key, place(origin));
            return List.of();
        }
        return keys.holders(first.getAsLong()).stream()
                .filter(holder -> holder.origin().id().equals(origin.id()))
                .map(holder -> duplicate(origin, holder.origin(), table.key().field(), key))
                .toList();
    }

    /** Adds the rows of an accepted candidate; one with a key that was there before is to be rejected. */
    List<Violation> addAccepted(Origin origin, List<E> rows, ParentRows parents) {
        List<Violation> violations = new ArrayList<>();
        List<NaturalKey> added = new ArrayList<>(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            E row = rows.get(at);
            Optional<NaturalKey> natural = key(table.key(), row, parents);
            if (natural.isEmpty()) {
                violations.add(violation(origin, table.key().field(), "key", "the record has no natural key", ""));
            } else if (isNew(origin, table.key(), natural.get(), naturalKeys, violations)) {
                // Parts of a record share its offset: a key that is there may be that of another part.
                added.add(natural.get());
            }
            for (int i = 0; i < uniqueKeys.size(); i++) {
                UniqueKey<E> unique = table.unique().get(i);
                Optional<NaturalKey> key = key(unique, row, parents);
                if (key.isPresent()) {
                    isNew(origin, unique, key.get(), uniqueKeys.get(i), violations);
                }
            }
        }
        if (!violations.isEmpty()) {
            added.forEach(key -> reject(origin, key));
        }
        return violations;
    }

    /** Tells the records that need the row of this key that its record was rejected after all. */
    void reject(Origin origin, NaturalKey key) {
        naturalKeys.reject(key, place(origin));
    }

    /** Tells the records that need the row of this key that its record is left out. */
    void leaveOut(NaturalKey key) {
        naturalKeys.leaveOut(key);
    }

    private long place(Origin origin) {
        return TableKeys.place(number, origin.offset());
    }

    /** Adds a key. False where its hash was there before, with a violation where the key was. */
    private boolean isNew(
            Origin origin, UniqueKey<E> unique, NaturalKey key, KeyIndex index, List<Violation> violations) {
        OptionalLong offset = index.add(key, place(origin));
        if (offset.isEmpty()) {
            return true;
        }
        keys.holders(offset.getAsLong()).stream()
                .filter(holder -> has(holder, origin, unique, key))
                .findFirst()
                .ifPresent(first -> violations.add(duplicate(origin, first.origin(), unique.field(), key)));
        return false;
    }

    /** Whether rows that were seen before have a key; if not, it is only the hash that they share. */
    private boolean has(Holder<E> holder, Origin origin, UniqueKey<E> unique, NaturalKey key) {
        long rows = holder.count(unique, key);
        boolean itself = holder.origin().locate(List.of()).equals(origin.locate(List.of()));
        return itself ? rows > 1 : rows > 0 || sameId(origin, holder.origin(), unique);
    }

    /** Whether records have the same identity, which the first may have shown without giving rows. */
    private boolean sameId(Origin origin, Origin first, UniqueKey<E> unique) {
        return unique.equals(table.key())
                && origin.identity().isPresent()
                && origin.identity().equals(first.identity());
    }

    private static <E> Optional<NaturalKey> key(UniqueKey<E> unique, E row, ParentRows parents) {
        return unique.of(row).map(parents::byNaturalKeys);
    }

    private Violation duplicate(Origin origin, Origin first, String field, NaturalKey key) {
        String message = "the key is in the source already, first at " + first.locate(List.of());
        return violation(origin, field, "unique", message, key.toString());
    }

    private Violation violation(Origin origin, String field, String constraint, String message, String value) {
        List<String> path = Origin.path(field);
        return new Violation(origin.locate(path), entity, origin.id(), origin.field(path), constraint, message, value);
    }
}

package dev.ferry.migration;

import dev.ferry.bind.Binder;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.validate.KeyIndex;
import dev.ferry.validate.Violation;
import dev.ferry.write.ParentRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Finds keys that a section has twice. What the index of hashes suspects is confirmed by reading the first record again. */
final class SourceKeys<D extends Record, E> {
    private final Source source;
    private final EntityStep<D, E> step;
    private final KeyIndex naturalKeys;
    private final List<KeyIndex> uniqueKeys = new ArrayList<>();
    private final Binder<D> binder;
    private final Supplier<ParentRows> anyParents;

    /**
     * @param binder a binder of its own, since it counts the unknown fields of what it binds
     * @param anyParents gives parents for a record that is only looked at
     */
    SourceKeys(
            Source source,
            EntityStep<D, E> step,
            KeyIndex naturalKeys,
            Binder<D> binder,
            Supplier<ParentRows> anyParents) {
        this.source = source;
        this.step = step;
        this.naturalKeys = naturalKeys;
        this.binder = binder;
        this.anyParents = anyParents;
        step.unique().forEach(key -> uniqueKeys.add(new KeyIndex()));
    }

    /** Adds a record that is rejected already, known by its identity alone. */
    List<Violation> addRejected(RawRecord raw) {
        String identity = raw.key().orElseGet(raw::id);
        if (identity.isEmpty() || !identityIsKey()) {
            return List.of();
        }
        NaturalKey key = NaturalKey.of(identity);
        OptionalLong first = naturalKeys.add(key, raw.offset());
        if (first.isEmpty()) {
            naturalKeys.reject(key, raw.offset());
            return List.of();
        }
        RawRecord other = source.record(step.section(), first.getAsLong());
        return other.id().equals(raw.id()) ? List.of(duplicate(raw, other, "", key)) : List.of();
    }

    /** Whether what identifies a record in its section is the natural key of its row. */
    private boolean identityIsKey() {
        boolean named = step.section().shape() == Section.Shape.KEYED
                || step.section().identity().equals(Optional.of(step.key().field()));
        return named && step.key().attributes().size() == 1;
    }

    /** Adds the rows of an accepted record; a record with a key that was there before is to be rejected. */
    List<Violation> addAccepted(RawRecord raw, List<E> rows, ParentRows parents) {
        List<Violation> violations = new ArrayList<>();
        for (E row : rows) {
            if (step.key().of(row).isEmpty()) {
                violations.add(violation(raw, step.key().field(), "key", "the record has no natural key", ""));
            }
            add(raw, row, parents, step.key(), naturalKeys).ifPresent(violations::add);
            for (int i = 0; i < uniqueKeys.size(); i++) {
                add(raw, row, parents, step.unique().get(i), uniqueKeys.get(i)).ifPresent(violations::add);
            }
        }
        if (!violations.isEmpty()) {
            rows.forEach(row -> key(step.key(), row, parents).ifPresent(key -> reject(raw, key)));
        }
        return violations;
    }

    /** Tells the records that need the row of this key that its record was rejected after all. */
    void reject(RawRecord raw, NaturalKey key) {
        naturalKeys.reject(key, raw.offset());
    }

    private Optional<Violation> add(RawRecord raw, E row, ParentRows parents, UniqueKey<E> unique, KeyIndex index) {
        return key(unique, row, parents).flatMap(key -> {
            OptionalLong first = index.add(key, raw.offset());
            if (first.isEmpty()) {
                return Optional.empty();
            }
            RawRecord other = source.record(step.section(), first.getAsLong());
            return sameId(raw, other, unique) || keys(other, unique).contains(key)
                    ? Optional.of(duplicate(raw, other, unique.field(), key))
                    : Optional.empty();
        });
    }

    /** Whether records have the same identity, which the first may have shown without giving rows. */
    private boolean sameId(RawRecord raw, RawRecord other, UniqueKey<E> unique) {
        return unique.equals(step.key()) && !raw.id().isEmpty() && raw.id().equals(other.id());
    }

    private List<NaturalKey> keys(RawRecord raw, UniqueKey<E> unique) {
        ParentRows parents = anyParents.get();
        return binder.bind(raw).dto().stream()
                .flatMap(dto -> step.mapping().map(dto, parents))
                .flatMap(row -> key(unique, row, parents).stream())
                .toList();
    }

    private static <E> Optional<NaturalKey> key(UniqueKey<E> unique, E row, ParentRows parents) {
        return unique.of(row).map(parents::byNaturalKeys);
    }

    private Violation duplicate(RawRecord raw, RawRecord first, String field, NaturalKey key) {
        String message = "the key is in the source already, first at " + first.position();
        return violation(raw, field, "unique", message, key.toString());
    }

    private Violation violation(RawRecord raw, String field, String constraint, String message, String value) {
        List<String> path = field.isEmpty() ? List.of() : List.of(field.split("\\."));
        return new Violation(raw.locate(path), step.table(), raw.id(), field, constraint, message, value);
    }
}

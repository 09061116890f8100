package dev.ferry.migration;

import dev.ferry.bind.Binder;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.References;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Source;
import dev.ferry.validate.KeyIndex;
import dev.ferry.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds keys that a section has twice. What the index of hashes suspects is confirmed by reading the first record again. */
final class SourceKeys<D extends Record, E> {
    private final Source source;
    private final EntityStep<D, E> step;
    private final KeyIndex naturalKeys;
    private final List<KeyIndex> uniqueKeys = new ArrayList<>();
    private final Binder<D> binder;
    private final References anyParents;

    /**
     * @param binder a binder of its own, since it counts the unknown fields of what it binds
     * @param anyParents gives a parent for every key, since only the row's own keys are asked for
     */
    SourceKeys(Source source, EntityStep<D, E> step, KeyIndex naturalKeys, Binder<D> binder, References anyParents) {
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
        if (identity.isEmpty()) {
            return List.of();
        }
        NaturalKey key = NaturalKey.of(identity);
        OptionalLong first = naturalKeys.add(key, raw.offset());
        if (first.isEmpty()) {
            naturalKeys.reject(key);
            return List.of();
        }
        RawRecord other = source.record(step.section(), first.getAsLong());
        return other.id().equals(raw.id()) ? List.of(duplicate(raw, other, "", key)) : List.of();
    }

    /** Adds the rows of an accepted record; a record with a key that was there before is to be rejected. */
    List<Violation> addAccepted(RawRecord raw, List<E> rows) {
        List<Violation> violations = new ArrayList<>();
        for (E row : rows) {
            add(raw, row, step.key(), naturalKeys).ifPresent(violations::add);
            for (int i = 0; i < uniqueKeys.size(); i++) {
                add(raw, row, step.unique().get(i), uniqueKeys.get(i)).ifPresent(violations::add);
            }
        }
        return violations;
    }

    private Optional<Violation> add(RawRecord raw, E row, UniqueKey<E> unique, KeyIndex index) {
        return unique.of(row).flatMap(key -> {
            OptionalLong first = index.add(key, raw.offset());
            if (first.isEmpty()) {
                return Optional.empty();
            }
            RawRecord other = source.record(step.section(), first.getAsLong());
            boolean same = other.id().equals(raw.id()) && !raw.id().isEmpty()
                    || rows(other).stream()
                            .anyMatch(candidate -> unique.of(candidate).equals(Optional.of(key)));
            return same ? Optional.of(duplicate(raw, other, unique.field(), key)) : Optional.empty();
        });
    }

    private List<E> rows(RawRecord raw) {
        return binder.bind(raw).dto().stream()
                .flatMap(dto -> step.mapping().map(dto, anyParents))
                .toList();
    }

    private Violation duplicate(RawRecord raw, RawRecord first, String field, NaturalKey key) {
        List<String> path = field.isEmpty() ? List.of() : List.of(field.split("\\."));
        return new Violation(
                raw.locate(path),
                step.table(),
                raw.id(),
                field,
                "unique",
                "the key is in the source already, first at " + first.position(),
                key.toString());
    }
}

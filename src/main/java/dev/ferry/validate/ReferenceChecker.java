package dev.ferry.validate;

import dev.ferry.bind.Bound;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.source.RawRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks for a batch that every record's parents are among the accepted records of the source, or in the database. */
public final class ReferenceChecker {
    private final Map<Class<?>, KeyIndex> source;
    private final Map<Class<?>, String> tables;
    private final ParentLookup database;

    /** Looks keys up in the database, all keys of one entity at a time. */
    @FunctionalInterface
    public interface ParentLookup {
        /** Those of the keys that the database has. */
        Set<NaturalKey> present(Class<?> entity, Set<NaturalKey> keys);
    }

    /**
     * @param source the keys of the source's records, by entity; filled by earlier steps
     * @param tables the table of each entity, for messages
     */
    public ReferenceChecker(Map<Class<?>, KeyIndex> source, Map<Class<?>, String> tables, ParentLookup database) {
        this.source = source;
        this.tables = tables;
        this.database = database;
    }

    /** The violations of each record, in the records' order. */
    public <D extends Record> List<List<Violation>> check(
            String entity, List<Parent<D>> parents, List<Bound<D>> records) {
        List<List<Violation>> violations = new ArrayList<>();
        records.forEach(bound -> violations.add(new ArrayList<>()));
        for (Parent<D> parent : parents) {
            Set<NaturalKey> inDatabase = database.present(parent.entity(), notInSource(parent, records));
            for (int i = 0; i < records.size(); i++) {
                Bound<D> bound = records.get(i);
                Optional<NaturalKey> key = bound.dto().flatMap(parent.key());
                if (key.isPresent()) {
                    violations.get(i).addAll(check(entity, parent, bound.raw(), key.get(), inDatabase));
                }
            }
        }
        return violations;
    }

    private <D extends Record> Set<NaturalKey> notInSource(Parent<D> parent, List<Bound<D>> records) {
        Set<NaturalKey> keys = new LinkedHashSet<>();
        for (Bound<D> bound : records) {
            bound.dto()
                    .flatMap(parent.key())
                    .filter(key -> standing(parent, key) == KeyIndex.Standing.ABSENT)
                    .ifPresent(keys::add);
        }
        return keys;
    }

    private List<Violation> check(
            String entity, Parent<?> parent, RawRecord raw, NaturalKey key, Set<NaturalKey> inDatabase) {
        String table = tables.getOrDefault(parent.entity(), parent.entity().getSimpleName());
        return switch (standing(parent, key)) {
            case ACCEPTED -> List.of();
            case REJECTED -> List.of(violation(entity, parent, raw, key, "its " + table + " record was rejected"));
            case ABSENT ->
                inDatabase.contains(key)
                        ? List.of()
                        : List.of(violation(
                                entity,
                                parent,
                                raw,
                                key,
                                "names no " + table + " record of the source or the database"));
        };
    }

    private KeyIndex.Standing standing(Parent<?> parent, NaturalKey key) {
        KeyIndex index = source.get(parent.entity());
        return index == null ? KeyIndex.Standing.ABSENT : index.standing(key);
    }

    private static Violation violation(String entity, Parent<?> parent, RawRecord raw, NaturalKey key, String message) {
        List<String> path =
                parent.field().isEmpty() ? List.of() : List.of(parent.field().split("\\."));
        return new Violation(raw.locate(path), entity, raw.id(), parent.field(), "reference", message, key.toString());
    }

    /** An index for each of these entities, to be filled. */
    public static Map<Class<?>, KeyIndex> indexes(List<Class<?>> entities) {
        Map<Class<?>, KeyIndex> indexes = new HashMap<>();
        entities.forEach(entity -> indexes.put(entity, new KeyIndex()));
        return indexes;
    }
}

package dev.ferry.validate;

import dev.ferry.bind.Bound;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.source.RawRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks for a batch that every record's parents are among the accepted records of the source, or in the database. */
public final class ReferenceChecker {
    private final Map<Class<?>, KeyIndex> source;
    private final Map<Class<?>, String> tables;
    private final Optional<ParentLookup> database;

    /** Looks keys up in the database, all keys of one entity at a time. */
    @FunctionalInterface
    public interface ParentLookup {
        /** Those of the keys that the database has. */
        Set<NaturalKey> present(Class<?> entity, Set<NaturalKey> keys);
    }

    /**
     * @param source the keys of the source's records, by entity; filled by earlier steps
     * @param tables the table of each entity, for messages
     * @param database where parents are looked up that the source has not, if there is one
     */
    public ReferenceChecker(
            Map<Class<?>, KeyIndex> source, Map<Class<?>, String> tables, Optional<ParentLookup> database) {
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
            List<List<Optional<NaturalKey>>> keys = records.stream()
                    .map(bound -> bound.dto().map(parent.keys()).orElse(List.of()))
                    .toList();
            Set<NaturalKey> inDatabase = database.map(
                            lookup -> lookup.present(parent.entity(), notInSource(parent, keys)))
                    .orElse(Set.of());
            for (int i = 0; i < records.size(); i++) {
                violations.get(i).addAll(check(entity, parent, records.get(i).raw(), keys.get(i), inDatabase));
            }
        }
        return violations;
    }

    private List<Violation> check(
            String entity,
            Parent<?> parent,
            RawRecord raw,
            List<Optional<NaturalKey>> keys,
            Set<NaturalKey> inDatabase) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<String> path = parent.path(i);
            keys.get(i)
                    .ifPresent(key -> check(parent, key, inDatabase)
                            .map(message -> violation(entity, raw, path, key, message))
                            .ifPresent(violations::add));
        }
        return violations;
    }

    private Set<NaturalKey> notInSource(Parent<?> parent, List<List<Optional<NaturalKey>>> keys) {
        return keys.stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .filter(key -> standing(parent, key) == KeyIndex.Standing.ABSENT)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is wrong with a parent, if anything is. */
    private Optional<String> check(Parent<?> parent, NaturalKey key, Set<NaturalKey> inDatabase) {
        String table = tables.getOrDefault(parent.entity(), parent.entity().getSimpleName());
        return switch (standing(parent, key)) {
            case ACCEPTED -> Optional.empty();
            case REJECTED -> Optional.of("its " + table + " record was rejected");
            case ABSENT ->
                inDatabase.contains(key)
                        ? Optional.empty()
                        : Optional.of("names no " + table + " record of the source"
                                + (database.isPresent() ? " or the database" : "; no database was asked"));
        };
    }

    private KeyIndex.Standing standing(Parent<?> parent, NaturalKey key) {
        KeyIndex index = source.get(parent.entity());
        return index == null ? KeyIndex.Standing.ABSENT : index.standing(key);
    }

    private static Violation violation(
            String entity, RawRecord raw, List<String> path, NaturalKey key, String message) {
        return new Violation(
                raw.locate(path), entity, raw.id(), String.join(".", path), "reference", message, key.toString());
    }
}

package dev.ferry.validate;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.validate.MissingParent.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks for a batch that every record's parents are among the accepted records of the source, or in the database. */
public final class ReferenceChecker {
    private final Map<Class<?>, KeyIndex> source;
    private final Set<Class<?>> filled;
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
     * @param filled the entities that the run fills
     * @param tables the table of each entity, for messages
     * @param database where parents are looked up that the source has not, if there is one
     */
    public ReferenceChecker(
            Map<Class<?>, KeyIndex> source,
            Set<Class<?>> filled,
            Map<Class<?>, String> tables,
            Optional<ParentLookup> database) {
        this.source = source;
        this.filled = filled;
        this.tables = tables;
        this.database = database;
    }

    /** The parents that each record names and cannot have, in the records' order; none for a record without a DTO. */
    public <D extends Record> List<List<MissingParent>> check(List<Parent<D>> parents, List<Optional<D>> records) {
        if (parents.isEmpty()) {
            return Collections.nCopies(records.size(), List.of());
        }
        List<List<MissingParent>> missing = new ArrayList<>();
        records.forEach(any -> missing.add(new ArrayList<>()));
        for (Parent<D> parent : parents) {
            List<List<Optional<NaturalKey>>> keys = records.stream()
                    .map(dto -> dto.map(parent.keys()).orElse(List.of()))
                    .toList();
            Set<NaturalKey> inDatabase = database.map(
                            lookup -> lookup.present(parent.entity(), notInSource(parent, keys)))
                    .orElse(Set.of());
            for (int i = 0; i < records.size(); i++) {
                missing.get(i).addAll(check(parent, keys.get(i), inDatabase));
            }
        }
        return missing;
    }

    private List<MissingParent> check(Parent<?> parent, List<Optional<NaturalKey>> keys, Set<NaturalKey> inDatabase) {
        List<MissingParent> missing = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<String> path = parent.path(i);
            keys.get(i).flatMap(key -> check(parent, path, key, inDatabase)).ifPresent(missing::add);
        }
        return missing;
    }

    private Set<NaturalKey> notInSource(Parent<?> parent, List<List<Optional<NaturalKey>>> keys) {
        return keys.stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .filter(key -> mayBeInDatabase(parent, key))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A rejected record may have a row of an earlier run, which is enough for who can do without one. */
    private boolean mayBeInDatabase(Parent<?> parent, NaturalKey key) {
        return switch (standing(parent, key)) {
            case ACCEPTED -> false;
            case REJECTED -> parent.missing() != Parent.Missing.REJECTS;
            case ABSENT -> true;
            // Its children are left out with it, whatever an earlier run wrote.
            case LEFT_OUT -> false;
        };
    }

    private Optional<MissingParent> check(
            Parent<?> parent, List<String> path, NaturalKey key, Set<NaturalKey> inDatabase) {
        String table = tables.getOrDefault(parent.entity(), parent.entity().getSimpleName());
        return switch (standing(parent, key)) {
            case ACCEPTED -> Optional.empty();
            case REJECTED ->
                inDatabase.contains(key)
                        ? Optional.empty()
                        : Optional.of(new MissingParent(
                                parent, path, key, Reason.REJECTED, "its " + table + " record was rejected"));
            case LEFT_OUT ->
                Optional.of(
                        new MissingParent(parent, path, key, Reason.LEFT_OUT, "its " + table + " record was left out"));
            case ABSENT ->
                inDatabase.contains(key)
                        ? Optional.empty()
                        : Optional.of(new MissingParent(parent, path, key, Reason.ABSENT, absent(parent, table)));
        };
    }

    private String absent(Parent<?> parent, String table) {
        if (!filled.contains(parent.entity())) {
            return "names no " + table + " record of the database"
                    + (database.isPresent() ? "" : "; no database was asked") + ", and " + table
                    + " is not among the entities that were chosen";
        }
        return "names no " + table + " record of the source"
                + (database.isPresent() ? " or the database" : "; no database was asked");
    }

    private KeyIndex.Standing standing(Parent<?> parent, NaturalKey key) {
        KeyIndex index = source.get(parent.entity());
        return index == null ? KeyIndex.Standing.ABSENT : index.standing(key);
    }
}

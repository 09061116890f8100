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
        List<List<MissingParent>> missing = new ArrayList<>(Collections.nCopies(records.size(), List.of()));
        for (Parent<D> parent : parents) {
            List<Doubt> doubts = doubts(parent, records);
            Set<NaturalKey> inDatabase = inDatabase(parent, doubts);
            for (Doubt doubt : doubts) {
                check(parent, doubt, inDatabase).ifPresent(found -> {
                    if (missing.get(doubt.record()).isEmpty()) {
                        missing.set(doubt.record(), new ArrayList<>());
                    }
                    missing.get(doubt.record()).add(found);
                });
            }
        }
        return missing;
    }

    /**
     * A parent that no accepted record of the source is.
     *
     * @param record the record that names it, by its place among the records
     * @param index its place among the parents of one kind that the record names
     */
    private record Doubt(int record, int index, NaturalKey key, KeyIndex.Standing standing) {}

    private <D extends Record> List<Doubt> doubts(Parent<D> parent, List<Optional<D>> records) {
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).isPresent()) {
                addDoubts(parent, i, parent.keys().apply(records.get(i).get()), doubts);
            }
        }
        return doubts;
    }

    private void addDoubts(Parent<?> parent, int record, List<Optional<NaturalKey>> keys, List<Doubt> doubts) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).isPresent()) {
                NaturalKey key = keys.get(i).get();
                KeyIndex.Standing standing = standing(parent, key);
                if (standing != KeyIndex.Standing.ACCEPTED) {
                    doubts.add(new Doubt(record, i, key, standing));
                }
            }
        }
    }

    private Set<NaturalKey> inDatabase(Parent<?> parent, List<Doubt> doubts) {
        if (database.isEmpty()) {
            return Set.of();
        }
        Set<NaturalKey> asked = new LinkedHashSet<>();
        for (Doubt doubt : doubts) {
            if (mayBeInDatabase(parent, doubt.standing())) {
                asked.add(doubt.key());
            }
        }
        return database.get().present(parent.entity(), asked);
    }

    /** A rejected record may have a row of an earlier run, which is enough for who can do without one. */
    private static boolean mayBeInDatabase(Parent<?> parent, KeyIndex.Standing standing) {
        return switch (standing) {
            case ACCEPTED -> false;
            case REJECTED -> parent.missing() != Parent.Missing.REJECTS;
            case ABSENT -> true;
            // Its children are left out with it, whatever an earlier run wrote.
            case LEFT_OUT -> false;
        };
    }

    private Optional<MissingParent> check(Parent<?> parent, Doubt doubt, Set<NaturalKey> inDatabase) {
        String table = tables.getOrDefault(parent.entity(), parent.entity().getSimpleName());
        NaturalKey key = doubt.key();
        List<String> path = parent.path(doubt.index());
        return switch (doubt.standing()) {
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

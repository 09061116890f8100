package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.validate.Violation;
import dev.ferry.write.FoundRow;
import dev.ferry.write.ParentRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Meets a batch's rows with those of the target by every key, and finds the candidates that clash. Changes nothing. */
final class TargetKeys<E> {
    private final Table<E> table;
    private final OnConflict onConflict;
    private final Adoptions adoptions;

    /** @param adoptions rows that are found by a fallback key */
    TargetKeys(Table<E> table, OnConflict onConflict, Adoptions adoptions) {
        this.table = table;
        this.onConflict = onConflict;
        this.adoptions = adoptions;
    }

    /**
     * What rows met.
     *
     * @param all the meetings of all rows
     * @param clashes what is wrong with candidates, by their index
     */
    record Meetings<E>(List<Meeting<E>> all, Map<Integer, List<Violation>> clashes) {
        /** Whether a candidate is to be written. */
        boolean allows(int candidate) {
            return !clashes.containsKey(candidate);
        }
    }

    <D extends Record> Meetings<E> meet(TargetRows rows, List<Candidate<D, E>> candidates, ParentRows parents) {
        List<Meeting<E>> meetings = meetByNaturalKey(rows, candidates, parents);
        Map<Integer, List<Violation>> clashes = new TreeMap<>();
        if (onConflict == OnConflict.FAIL) {
            meetings.stream()
                    .filter(meeting -> meeting.row().isPresent())
                    .forEach(meeting -> add(
                            clashes,
                            meeting,
                            violation(
                                    candidates.get(meeting.candidate()).origin(),
                                    "",
                                    "conflict",
                                    "the database has this row already",
                                    meeting.key())));
        }
        for (UniqueKey<E> unique : table.unique()) {
            findClashes(rows, unique, meetings, candidates, parents, clashes);
        }
        return new Meetings<>(meetings, clashes);
    }

    private static void add(Map<Integer, List<Violation>> clashes, Meeting<?> meeting, Violation violation) {
        clashes.computeIfAbsent(meeting.candidate(), any -> new ArrayList<>()).add(violation);
    }

    /** The rows of accepted candidates with the target's rows of their natural keys. */
    <D extends Record> List<Meeting<E>> meetByNaturalKey(
            TargetRows rows, List<Candidate<D, E>> candidates, ParentRows parents) {
        List<E> entities = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).accepted()) {
                for (E row : candidates.get(i).rows()) {
                    entities.add(row);
                    owners.add(i);
                }
            }
        }
        List<NaturalKey> values = new ArrayList<>(entities.size());
        List<NaturalKey> keys = new ArrayList<>(entities.size());
        for (E entity : entities) {
            NaturalKey key = table.key().of(entity).orElseThrow();
            values.add(key);
            keys.add(parents.byNaturalKeys(key));
        }
        List<Optional<FoundRow>> found = new ArrayList<>(
                onConflict == OnConflict.UPDATE
                        ? rows.compare(table, entities)
                        : rows.find(table, table.key(), values));
        adopt(rows, entities, keys, found);
        List<Meeting<E>> meetings = new ArrayList<>(entities.size());
        for (int i = 0; i < entities.size(); i++) {
            meetings.add(new Meeting<>(owners.get(i), entities.get(i), keys.get(i), found.get(i)));
        }
        return meetings;
    }

    /** Fills in the rows that a fallback key found. */
    private void adopt(TargetRows target, List<E> entities, List<NaturalKey> keys, List<Optional<FoundRow>> found) {
        if (adoptions.isEmpty()) {
            return;
        }
        List<Integer> places = new ArrayList<>();
        List<E> adopting = new ArrayList<>();
        List<Object> ids = new ArrayList<>();
        for (int i = 0; i < entities.size(); i++) {
            Optional<Object> id = found.get(i).isPresent() ? Optional.empty() : adoptions.of(keys.get(i));
            if (id.isPresent()) {
                places.add(i);
                adopting.add(entities.get(i));
                ids.add(id.get());
            }
        }
        List<Optional<FoundRow>> rows = onConflict == OnConflict.UPDATE
                ? target.compare(table, adopting, ids)
                : ids.stream()
                        .map(id -> Optional.of(new FoundRow(id, List.of())))
                        .toList();
        for (int i = 0; i < rows.size(); i++) {
            found.set(places.get(i), rows.get(i));
        }
    }

    private <D extends Record> void findClashes(
            TargetRows rows,
            UniqueKey<E> unique,
            List<Meeting<E>> meetings,
            List<Candidate<D, E>> candidates,
            ParentRows parents,
            Map<Integer, List<Violation>> clashes) {
        List<Meeting<E>> asked = new ArrayList<>();
        List<NaturalKey> values = new ArrayList<>();
        for (Meeting<E> meeting : meetings) {
            // A row that is left as it is cannot clash.
            if (meeting.isInsert() || meeting.isUpdate()) {
                unique.of(meeting.entity()).ifPresent(value -> {
                    asked.add(meeting);
                    values.add(value);
                });
            }
        }
        List<Optional<FoundRow>> holders = rows.holders(table, unique, values);
        for (int i = 0; i < asked.size(); i++) {
            Meeting<E> meeting = asked.get(i);
            Optional<Object> own = meeting.row().map(FoundRow::id);
            Optional<Object> holder = holders.get(i).map(FoundRow::id);
            if (holder.isPresent() && !holder.equals(own)) {
                add(
                        clashes,
                        meeting,
                        violation(
                                candidates.get(meeting.candidate()).origin(),
                                unique.field(),
                                "unique",
                                "another row of the database has this value",
                                parents.byNaturalKeys(values.get(i))));
            }
        }
    }

    private Violation violation(Origin origin, String field, String constraint, String message, NaturalKey key) {
        List<String> path = Origin.path(field);
        return new Violation(
                origin.locate(path),
                table.name(),
                origin.id(),
                origin.field(path),
                constraint,
                message,
                key.toString());
    }
}

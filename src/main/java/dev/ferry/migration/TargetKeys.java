package dev.ferry.migration;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.RawRecord;
import dev.ferry.validate.Violation;
import dev.ferry.write.FoundRow;
import dev.ferry.write.ParentRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Meets a batch's rows with those of the target by every key, and rejects the records that clash. */
final class TargetKeys {
    private TargetKeys() {}

    static <D extends Record, E> void meet(
            EntityStep<D, E> step,
            Target target,
            List<Candidate<D, E>> candidates,
            ParentRows parents,
            OnConflict onConflict,
            Consumer<Meeting<E>> result) {
        List<Meeting<E>> meetings = meet(step, target, candidates, parents);
        if (onConflict == OnConflict.FAIL) {
            meetings.stream()
                    .filter(meeting -> meeting.row().isPresent())
                    .forEach(meeting -> candidates
                            .get(meeting.candidate())
                            .reject(List.of(violation(
                                    step,
                                    candidates.get(meeting.candidate()).raw(),
                                    "",
                                    "conflict",
                                    "the database has this row already",
                                    meeting.key()))));
        }
        // A row that is left as it is cannot clash.
        List<Meeting<E>> written = meetings.stream()
                .filter(meeting -> meeting.isInsert() || meeting.isUpdate())
                .toList();
        step.unique().forEach(unique -> rejectClashes(step, target, unique, written, candidates, parents));
        meetings.forEach(result);
    }

    private static <D extends Record, E> List<Meeting<E>> meet(
            EntityStep<D, E> step, Target target, List<Candidate<D, E>> candidates, ParentRows parents) {
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
        List<Optional<FoundRow>> found = target.meet(step, entities);
        List<Meeting<E>> meetings = new ArrayList<>(entities.size());
        for (int i = 0; i < entities.size(); i++) {
            NaturalKey key = step.key().of(entities.get(i)).orElseThrow();
            meetings.add(new Meeting<>(owners.get(i), entities.get(i), parents.byNaturalKeys(key), found.get(i)));
        }
        return meetings;
    }

    private static <D extends Record, E> void rejectClashes(
            EntityStep<D, E> step,
            Target target,
            UniqueKey<E> unique,
            List<Meeting<E>> written,
            List<Candidate<D, E>> candidates,
            ParentRows parents) {
        List<Meeting<E>> asked = new ArrayList<>();
        List<NaturalKey> values = new ArrayList<>();
        for (Meeting<E> meeting : written) {
            unique.of(meeting.entity()).ifPresent(value -> {
                asked.add(meeting);
                values.add(value);
            });
        }
        List<Optional<FoundRow>> holders = target.meet(step, unique, values);
        for (int i = 0; i < asked.size(); i++) {
            Meeting<E> meeting = asked.get(i);
            Optional<Object> own = meeting.row().map(FoundRow::id);
            Optional<Object> holder = holders.get(i).map(FoundRow::id);
            if (holder.isPresent() && !holder.equals(own)) {
                Candidate<D, E> candidate = candidates.get(meeting.candidate());
                candidate.reject(List.of(violation(
                        step,
                        candidate.raw(),
                        unique.field(),
                        "unique",
                        "another row of the database has this value",
                        parents.byNaturalKeys(values.get(i)))));
            }
        }
    }

    private static Violation violation(
            EntityStep<?, ?> step, RawRecord raw, String field, String constraint, String message, NaturalKey key) {
        List<String> path = field.isEmpty() ? List.of() : List.of(field.split("\\."));
        return new Violation(raw.locate(path), step.table(), raw.id(), field, constraint, message, key.toString());
    }
}

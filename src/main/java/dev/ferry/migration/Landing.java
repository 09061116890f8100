package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.validate.Violation;
import dev.ferry.write.ParentRows;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last stages of every step: rows are met with the source's other rows and the target's, and written. */
final class Landing<E> {
    private static final Logger LOG = LoggerFactory.getLogger(Landing.class);

    private final Table<E> table;
    private final Target target;
    private final SourceKeys<E> keys;
    private final TargetKeys<E> targetKeys;
    private final OnConflict onConflict;
    private final Tally tally;
    private final PreviewNotes notes;

    Landing(
            Table<E> table,
            Target target,
            SourceKeys<E> keys,
            TargetKeys<E> targetKeys,
            OnConflict onConflict,
            Tally tally,
            PreviewNotes notes) {
        this.table = table;
        this.target = target;
        this.keys = keys;
        this.targetKeys = targetKeys;
        this.onConflict = onConflict;
        this.tally = tally;
        this.notes = notes;
    }

    /** A candidate that was refused after it had been counted as valid. */
    record Refused(int candidate, Violation violation) {}

    <D extends Record> List<Meeting<E>> meet(List<Candidate<D, E>> candidates, ParentRows parents) {
        List<Meeting<E>> meetings = targetKeys.meet(candidates, parents);
        for (Meeting<E> meeting : meetings) {
            Candidate<D, E> candidate = candidates.get(meeting.candidate());
            // One that meets its row has a row whatever becomes of it.
            if (meeting.isInsert() && !candidate.accepted()) {
                keys.reject(candidate.origin(), meeting.key());
            }
        }
        return meetings;
    }

    void count(Candidate<?, E> candidate) {
        tally.read++;
        if (candidate.leftOut()) {
            tally.filtered++;
        } else if (candidate.whole()) {
            tally.valid++;
        } else {
            tally.rejected++;
        }
    }

    /** Writes, even where nothing will be kept: the target may have constraints that only it knows. */
    <D extends Record> List<Refused> write(List<Meeting<E>> meetings, List<Candidate<D, E>> candidates) {
        Map<Integer, List<Meeting<E>>> byCandidate = new LinkedHashMap<>();
        meetings.stream()
                .filter(meeting -> candidates.get(meeting.candidate()).accepted())
                .forEach(meeting -> byCandidate
                        .computeIfAbsent(meeting.candidate(), any -> new ArrayList<>())
                        .add(meeting));
        target.meet(table, met(byCandidate, candidates));
        List<Integer> owners = List.copyOf(byCandidate.keySet());
        List<RecordRows<E>> rows =
                byCandidate.values().stream().map(Landing::rows).toList();
        List<Refused> refused = new ArrayList<>();
        for (Refusal refusal : target.write(table, rows)) {
            int owner = owners.get(refusal.index());
            List<Meeting<E>> lost = byCandidate.getOrDefault(owner, List.of());
            refused.add(new Refused(owner, refuse(candidates.get(owner), lost, refusal.reason())));
            byCandidate.remove(owner);
        }
        byCandidate.values().forEach(written -> written.forEach(this::count));
        log("inserted", byCandidate, Meeting::isInsert);
        log("updated", byCandidate, Meeting::isUpdate);
        return refused;
    }

    private static <E> List<Met<E>> met(
            Map<Integer, List<Meeting<E>>> byCandidate, List<? extends Candidate<?, E>> candidates) {
        List<Met<E>> met = new ArrayList<>();
        byCandidate.forEach((owner, meetings) -> meetings.forEach(
                meeting -> met.add(new Met<>(candidates.get(owner).origin(), meeting))));
        return met;
    }

    /** Names every row, so that the log tells of each where it came from. */
    private void log(String done, Map<Integer, List<Meeting<E>>> byCandidate, Predicate<Meeting<E>> wanted) {
        if (LOG.isInfoEnabled()) {
            List<NaturalKey> written = byCandidate.values().stream()
                    .flatMap(List::stream)
                    .filter(wanted)
                    .map(Meeting::key)
                    .toList();
            if (!written.isEmpty()) {
                LOG.info("{} {} rows {}: {}", table.name(), written.size(), done, written);
            }
        }
    }

    private static <E> RecordRows<E> rows(List<Meeting<E>> meetings) {
        List<Meeting<E>> updates = meetings.stream().filter(Meeting::isUpdate).toList();
        return new RecordRows<>(
                entities(meetings.stream().filter(Meeting::isInsert).toList()),
                entities(updates),
                updates.stream().map(Meeting::row).flatMap(Optional::stream).toList());
    }

    private static <E> List<E> entities(List<Meeting<E>> meetings) {
        return meetings.stream().map(Meeting::entity).toList();
    }

    /** One that the database refuses for a constraint of its own: it counts as rejected after all. */
    private Violation refuse(Candidate<?, E> candidate, List<Meeting<E>> refused, String reason) {
        Origin origin = candidate.origin();
        if (candidate.whole()) {
            tally.valid--;
            tally.rejected++;
        }
        refused.stream().filter(Meeting::isInsert).forEach(meeting -> keys.reject(origin, meeting.key()));
        return new Violation(
                origin.locate(List.of()),
                table.name(),
                origin.id(),
                origin.field(List.of()),
                "target",
                reason,
                origin.id());
    }

    private void count(Meeting<E> meeting) {
        if (meeting.isInsert()) {
            tally.inserted++;
            notes.inserted(meeting.key());
        } else if (onConflict == OnConflict.SKIP) {
            tally.skipped++;
        } else if (meeting.isUpdate()) {
            tally.updated++;
            notes.updated(meeting.key(), meeting.differing());
        } else {
            tally.unchanged++;
        }
    }
}

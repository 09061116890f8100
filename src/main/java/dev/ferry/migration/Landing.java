package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.TargetKeys.Meetings;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.validate.Violation;
import dev.ferry.write.FoundRow;
import dev.ferry.write.ParentRows;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last stages of every step: rows are met with the target's, and written. What comes of that is taken over in a second
 * move, so that the first one can be made again.
 */
final class Landing<E> {
    private static final Logger LOG = LoggerFactory.getLogger(Landing.class);

    private final Table<E> table;
    private final SourceKeys<E> keys;
    private final TargetKeys<E> targetKeys;
    private final OnConflict onConflict;
    private final Tally tally;
    private final PreviewNotes notes;

    Landing(
            Table<E> table,
            SourceKeys<E> keys,
            TargetKeys<E> targetKeys,
            OnConflict onConflict,
            Tally tally,
            PreviewNotes notes) {
        this.table = table;
        this.keys = keys;
        this.targetKeys = targetKeys;
        this.onConflict = onConflict;
        this.tally = tally;
        this.notes = notes;
    }

    /**
     * What came of writing a batch.
     *
     * @param met what its rows met
     * @param refused the reasons of the database for the candidates that it refuses, by their index
     */
    record Landed<E>(Meetings<E> met, Map<Integer, String> refused) {
        /** The meetings whose rows are written, or need not be. */
        List<Meeting<E>> done(List<? extends Candidate<?, E>> candidates) {
            List<Meeting<E>> done = new ArrayList<>(met.all().size());
            for (Meeting<E> meeting : met.all()) {
                if (isDone(meeting.candidate(), candidates)) {
                    done.add(meeting);
                }
            }
            return done;
        }

        private boolean isDone(int candidate, List<? extends Candidate<?, E>> candidates) {
            return candidates.get(candidate).accepted() && met.allows(candidate) && !refused.containsKey(candidate);
        }
    }

    /** A candidate that was refused by the database. */
    record Refused(int candidate, Violation violation) {}

    /** Meets and writes; changes no more than the target. */
    <D extends Record> Landed<E> land(TargetRows rows, List<Candidate<D, E>> candidates, ParentRows parents) {
        Meetings<E> met = targetKeys.meet(rows, candidates, parents);
        List<List<Meeting<E>>> wanted = wanted(met);
        rows.meet(
                table,
                () -> wanted.stream()
                        .flatMap(List::stream)
                        .map(meeting ->
                                new Met<>(candidates.get(meeting.candidate()).origin(), meeting))
                        .toList());
        // Written even where nothing will be kept: the target may have constraints that only it knows.
        List<RecordRows<E>> records = new ArrayList<>(wanted.size());
        wanted.forEach(meetings -> records.add(rows(meetings)));
        Map<Integer, String> refused = new LinkedHashMap<>();
        for (Refusal refusal : rows.write(table, records)) {
            refused.put(wanted.get(refusal.index()).get(0).candidate(), refusal.reason());
        }
        return new Landed<>(met, refused);
    }

    /** The meetings of each candidate that does not clash; those of a candidate follow each other. */
    private static <E> List<List<Meeting<E>>> wanted(Meetings<E> met) {
        List<List<Meeting<E>>> wanted = new ArrayList<>(met.all().size());
        int last = -1;
        for (Meeting<E> meeting : met.all()) {
            if (met.allows(meeting.candidate())) {
                if (meeting.candidate() != last) {
                    wanted.add(new ArrayList<>(1));
                    last = meeting.candidate();
                }
                wanted.get(wanted.size() - 1).add(meeting);
            }
        }
        return wanted;
    }

    /** What landing did. */
    <D extends Record> EntityCount counts(List<Candidate<D, E>> candidates, Landed<E> landed) {
        return counts(candidates, landed, landed.done(candidates));
    }

    private <D extends Record> EntityCount counts(
            List<Candidate<D, E>> candidates, Landed<E> landed, List<Meeting<E>> done) {
        Tally count = new Tally(table.name());
        count.read = candidates.size();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate<D, E> candidate = candidates.get(i);
            if (candidate.leftOut()) {
                count.filtered++;
            } else if (candidate.whole() && landed.isDone(i, candidates)) {
                count.valid++;
            } else {
                count.rejected++;
            }
        }
        for (Meeting<E> meeting : done) {
            if (meeting.isInsert()) {
                count.inserted++;
            } else if (onConflict == OnConflict.SKIP) {
                count.skipped++;
            } else if (meeting.isUpdate()) {
                count.updated++;
            } else {
                count.unchanged++;
            }
        }
        return count.count();
    }

    /** Rejects the candidates that clash with rows of the target; comes before they are reported. */
    <D extends Record> void reject(List<Candidate<D, E>> candidates, Landed<E> landed) {
        landed.met()
                .clashes()
                .forEach((candidate, violations) -> candidates.get(candidate).reject(violations));
        for (Meeting<E> meeting : landed.met().all()) {
            Candidate<D, E> candidate = candidates.get(meeting.candidate());
            // One that meets its row has a row whatever becomes of it.
            if (meeting.isInsert() && !candidate.accepted()) {
                keys.reject(candidate.origin(), meeting.key());
            }
        }
    }

    /**
     * Takes over what landing did; gives the candidates that the database refused.
     *
     * @param done see {@link Landed#done}
     */
    <D extends Record> List<Refused> settle(List<Candidate<D, E>> candidates, Landed<E> landed, List<Meeting<E>> done) {
        tally.add(counts(candidates, landed, done));
        done.forEach(this::note);
        log("inserted", done, Meeting::isInsert);
        log("updated", done, meeting -> onConflict != OnConflict.SKIP && meeting.isUpdate());
        List<Refused> refused = new ArrayList<>();
        landed.refused().forEach((index, reason) -> {
            Origin origin = candidates.get(index).origin();
            landed.met().all().stream()
                    .filter(meeting -> meeting.candidate() == index && meeting.isInsert())
                    .forEach(meeting -> keys.reject(origin, meeting.key()));
            refused.add(new Refused(index, refusal(origin, reason)));
        });
        return refused;
    }

    /**
     * Takes over what landing did in the run with which this one goes on: who has no row now was rejected then, and told of.
     */
    <D extends Record> void recall(
            TargetRows rows, List<Candidate<D, E>> candidates, ParentRows parents, EntityCount counts) {
        tally.add(counts);
        for (Meeting<E> meeting : targetKeys.meetByNaturalKey(rows, candidates, parents)) {
            if (meeting.isInsert()) {
                keys.reject(candidates.get(meeting.candidate()).origin(), meeting.key());
            }
        }
    }

    /** Names every row, so that the log tells of each where it came from. */
    private void log(String done, List<Meeting<E>> meetings, Predicate<Meeting<E>> wanted) {
        if (LOG.isInfoEnabled()) {
            List<NaturalKey> written = new ArrayList<>(meetings.size());
            for (Meeting<E> meeting : meetings) {
                if (wanted.test(meeting)) {
                    written.add(meeting.key());
                }
            }
            if (!written.isEmpty()) {
                LOG.info("{} {} rows {}: {}", table.name(), written.size(), done, written);
            }
        }
    }

    private static <E> RecordRows<E> rows(List<Meeting<E>> meetings) {
        List<E> inserts = new ArrayList<>(meetings.size());
        List<E> updates = new ArrayList<>();
        List<FoundRow> found = new ArrayList<>();
        for (Meeting<E> meeting : meetings) {
            if (meeting.isInsert()) {
                inserts.add(meeting.entity());
            } else if (meeting.isUpdate()) {
                updates.add(meeting.entity());
                meeting.row().ifPresent(found::add);
            }
        }
        return new RecordRows<>(inserts, updates, found);
    }

    private Violation refusal(Origin origin, String reason) {
        return new Violation(
                origin.locate(List.of()),
                table.name(),
                origin.id(),
                origin.field(List.of()),
                "target",
                reason,
                origin.id());
    }

    private void note(Meeting<E> meeting) {
        if (meeting.isInsert()) {
            notes.inserted(meeting.key());
        } else if (meeting.isUpdate()) {
            notes.updated(meeting.key(), meeting.differing());
        }
    }
}

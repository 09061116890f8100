package dev.ferry.migration;

import dev.ferry.bind.Binder;
import dev.ferry.bind.Bound;
import dev.ferry.bind.UnknownField;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.source.RawRecord;
import dev.ferry.validate.ConstraintChecker;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import dev.ferry.write.ParentRows;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills one table: takes the records of its section, batch by batch, through every stage. */
final class StepRun<D extends Record, E> {
    private static final Logger LOG = LoggerFactory.getLogger(StepRun.class);

    private final RunContext run;
    private final EntityStep<D, E> step;
    private final Binder<D> binder;
    private final SourceKeys<D, E> keys;
    private final Tally tally;
    private final PreviewNotes notes;

    StepRun(RunContext run, EntityStep<D, E> step, Tally tally, PreviewNotes notes) {
        this.run = run;
        this.step = step;
        this.tally = tally;
        this.notes = notes;
        this.binder =
                new Binder<>(step.dto(), run.options().limits(), run.options().sourceZone());
        this.keys = new SourceKeys<>(
                run.source(),
                step,
                run.keysOf(step.entity()),
                new Binder<>(step.dto(), run.options().limits(), run.options().sourceZone()),
                run::anyParents);
    }

    void run() {
        try (Stream<RawRecord> records = run.source().records(step.section())) {
            Batches batches = new Batches(records.iterator(), run.options().batchSize());
            while (batches.hasNext()) {
                batch(batches.next());
            }
        } finally {
            warnOfUnknownFields();
        }
    }

    private void batch(List<RawRecord> records) {
        List<Candidate<D, E>> candidates = bind(records);
        validate(candidates);
        checkReferences(candidates);
        ParentRows parents = map(candidates);
        checkKeys(candidates, parents);
        List<Meeting<E>> meetings = meet(candidates, parents);
        report(candidates);
        write(meetings, candidates);
        done(records);
    }

    private List<Candidate<D, E>> bind(List<RawRecord> records) {
        List<Candidate<D, E>> candidates = new ArrayList<>(records.size());
        records.forEach(raw -> candidates.add(new Candidate<>(binder.bind(raw))));
        return candidates;
    }

    private void validate(List<Candidate<D, E>> candidates) {
        ConstraintChecker constraints = run.constraints();
        for (Candidate<D, E> candidate : candidates) {
            candidate.reject(constraints.checkShape(step.table(), candidate.bound()));
            candidate.reject(
                    run.options().checks() == Checks.ALL
                            ? constraints.checkConstraints(step.table(), candidate.bound())
                            : constraints.checkKeys(step.table(), candidate.bound()));
        }
    }

    private void checkReferences(List<Candidate<D, E>> candidates) {
        List<Bound<D>> bound = candidates.stream().map(Candidate::bound).toList();
        List<List<Violation>> found = run.references().check(step.table(), step.parents(), bound);
        for (int i = 0; i < candidates.size(); i++) {
            candidates.get(i).reject(found.get(i));
        }
    }

    private ParentRows map(List<Candidate<D, E>> candidates) {
        Map<Class<?>, Set<NaturalKey>> parents = new HashMap<>();
        List<Candidate<D, E>> accepted =
                candidates.stream().filter(Candidate::accepted).toList();
        for (Parent<D> parent : step.parents()) {
            Set<NaturalKey> ofEntity = parents.computeIfAbsent(parent.entity(), any -> new HashSet<>());
            accepted.forEach(candidate -> parent.keys().apply(candidate.dto()).stream()
                    .flatMap(Optional::stream)
                    .forEach(ofEntity::add));
        }
        ParentRows references = run.target().references(parents);
        accepted.forEach(candidate ->
                candidate.rows(step.mapping().map(candidate.dto(), references).toList()));
        return references;
    }

    private void checkKeys(List<Candidate<D, E>> candidates, ParentRows parents) {
        for (Candidate<D, E> candidate : candidates) {
            candidate.reject(
                    candidate.accepted()
                            ? keys.addAccepted(candidate.raw(), candidate.rows(), parents)
                            : keys.addRejected(candidate.raw()));
        }
    }

    private List<Meeting<E>> meet(List<Candidate<D, E>> candidates, ParentRows parents) {
        List<Meeting<E>> meetings = new ArrayList<>();
        TargetKeys.meet(step, run.target(), candidates, parents, run.options().onConflict(), meetings::add);
        for (Meeting<E> meeting : meetings) {
            Candidate<D, E> candidate = candidates.get(meeting.candidate());
            // One that meets its row has a row whatever becomes of it.
            if (meeting.isInsert() && !candidate.accepted()) {
                keys.reject(candidate.raw(), meeting.key());
            }
        }
        return meetings;
    }

    private void report(List<Candidate<D, E>> candidates) {
        for (Candidate<D, E> candidate : candidates) {
            tally.read++;
            if (candidate.accepted()) {
                tally.valid++;
            } else {
                tally.rejected++;
                run.reject(step, candidate.raw(), candidate.violations());
            }
        }
    }

    /** Writes, even where nothing will be kept: the target may have constraints that only it knows. */
    private void write(List<Meeting<E>> meetings, List<Candidate<D, E>> candidates) {
        Map<Integer, List<Meeting<E>>> byRecord = new LinkedHashMap<>();
        meetings.stream()
                .filter(meeting -> candidates.get(meeting.candidate()).accepted())
                .forEach(meeting -> byRecord.computeIfAbsent(meeting.candidate(), any -> new ArrayList<>())
                        .add(meeting));
        List<Integer> owners = List.copyOf(byRecord.keySet());
        List<RecordRows<E>> rows = byRecord.values().stream().map(StepRun::rows).toList();
        for (Refusal refusal : run.target().write(step, rows)) {
            int owner = owners.get(refusal.index());
            refuse(candidates.get(owner).raw(), byRecord.getOrDefault(owner, List.of()), refusal.reason());
            byRecord.remove(owner);
        }
        byRecord.values().forEach(written -> written.forEach(this::count));
        log("inserted", byRecord, Meeting::isInsert);
        log("updated", byRecord, Meeting::isUpdate);
    }

    /** Names every row, so that the log tells of each where it came from. */
    private void log(String done, Map<Integer, List<Meeting<E>>> byRecord, Predicate<Meeting<E>> wanted) {
        if (LOG.isInfoEnabled()) {
            List<NaturalKey> keys = byRecord.values().stream()
                    .flatMap(List::stream)
                    .filter(wanted)
                    .map(Meeting::key)
                    .toList();
            if (!keys.isEmpty()) {
                LOG.info("{} {} rows {}: {}", step.table(), keys.size(), done, keys);
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

    /** A record that the database refuses for a constraint of its own: it counts as rejected after all. */
    private void refuse(RawRecord raw, List<Meeting<E>> refused, String reason) {
        Violation violation = new Violation(raw.position(), step.table(), raw.id(), "", "target", reason, raw.id());
        tally.valid--;
        tally.rejected++;
        refused.stream().filter(Meeting::isInsert).forEach(meeting -> keys.reject(raw, meeting.key()));
        run.reject(step, raw, List.of(violation));
    }

    private void count(Meeting<E> meeting) {
        if (meeting.isInsert()) {
            tally.inserted++;
            notes.inserted(meeting.key());
        } else if (run.options().onConflict() == OnConflict.SKIP) {
            tally.skipped++;
        } else if (meeting.isUpdate()) {
            tally.updated++;
            notes.updated(meeting.key(), meeting.differing());
        } else {
            tally.unchanged++;
        }
    }

    private void done(List<RawRecord> records) {
        RawRecord last = records.get(records.size() - 1);
        run.progress(step, tally.read, tally.inserted + tally.updated, last.offset() + last.bytes().length);
    }

    private void warnOfUnknownFields() {
        String fate = step.unknownFields()
                .map(column -> "is not known to the profile; it is kept in column " + column)
                .orElse("is not known to the profile and has no column: it is left out");
        for (UnknownField unknown : binder.unknownFields()) {
            run.report()
                    .warn(new Warning(
                            unknown.first(),
                            step.table(),
                            String.join(".", unknown.path()),
                            "unknown-field",
                            fate,
                            unknown.count()));
        }
    }
}

package dev.ferry.migration;

import dev.ferry.bind.Binder;
import dev.ferry.bind.Bound;
import dev.ferry.bind.PropertyNames;
import dev.ferry.bind.UnknownField;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.References;
import dev.ferry.source.RawRecord;
import dev.ferry.validate.ConstraintChecker;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import dev.ferry.write.FoundRow;
import dev.ferry.write.Writer.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills one table: takes the records of its section, batch by batch, through every stage. */
final class StepRun<D extends Record, E> {
    private static final Logger LOG = LoggerFactory.getLogger(StepRun.class);

    private final RunContext run;
    private final EntityStep<D, E> step;
    private final Binder<D> binder;
    private final ConstraintChecker constraints;
    private final SourceKeys<D, E> keys;
    private final Tally tally;
    private final PreviewNotes notes;

    StepRun(RunContext run, EntityStep<D, E> step, Tally tally, PreviewNotes notes) {
        this.run = run;
        this.step = step;
        this.tally = tally;
        this.notes = notes;
        this.binder = new Binder<>(step.dto(), run.options().limits());
        this.constraints = new ConstraintChecker(new PropertyNames());
        this.keys = new SourceKeys<>(
                run.source(),
                step,
                run.keysOf(step.entity()),
                new Binder<>(step.dto(), run.options().limits()),
                run.anyParents());
    }

    void run() {
        try (constraints;
                Stream<RawRecord> records = run.source().records(step.section())) {
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
        map(candidates);
        checkKeys(candidates);
        List<Meeting<E>> meetings = meet(candidates);
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
        for (Candidate<D, E> candidate : candidates) {
            candidate.reject(constraints.checkShape(step.table(), candidate.bound()));
            if (run.options().checks() == Checks.ALL) {
                candidate.reject(constraints.checkConstraints(step.table(), candidate.bound()));
            }
        }
    }

    private void checkReferences(List<Candidate<D, E>> candidates) {
        List<Bound<D>> bound = candidates.stream().map(Candidate::bound).toList();
        List<List<Violation>> found = run.references().check(step.table(), step.parents(), bound);
        for (int i = 0; i < candidates.size(); i++) {
            candidates.get(i).reject(found.get(i));
        }
    }

    private void map(List<Candidate<D, E>> candidates) {
        Map<Class<?>, Set<NaturalKey>> parents = new HashMap<>();
        List<Candidate<D, E>> accepted =
                candidates.stream().filter(Candidate::accepted).toList();
        for (Parent<D> parent : step.parents()) {
            Set<NaturalKey> ofEntity = parents.computeIfAbsent(parent.entity(), any -> new HashSet<>());
            accepted.forEach(candidate -> parent.key().apply(candidate.dto()).ifPresent(ofEntity::add));
        }
        References references = run.target().references(parents);
        accepted.forEach(candidate ->
                candidate.rows(step.mapping().map(candidate.dto(), references).toList()));
    }

    private void checkKeys(List<Candidate<D, E>> candidates) {
        for (Candidate<D, E> candidate : candidates) {
            candidate.reject(
                    candidate.accepted()
                            ? keys.addAccepted(candidate.raw(), candidate.rows())
                            : keys.addRejected(candidate.raw()));
        }
    }

    private List<Meeting<E>> meet(List<Candidate<D, E>> candidates) {
        List<Meeting<E>> meetings = new ArrayList<>();
        TargetKeys.meet(step, run.target(), candidates, run.options().onConflict(), meetings::add);
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

    private void write(List<Meeting<E>> meetings, List<Candidate<D, E>> candidates) {
        if (run.options().onRejected() == OnRejected.WRITE_NOTHING
                && run.report().violationCount() > 0) {
            return;
        }
        List<Meeting<E>> accepted = meetings.stream()
                .filter(meeting -> candidates.get(meeting.candidate()).accepted())
                .toList();
        List<Meeting<E>> inserts = accepted.stream().filter(Meeting::isInsert).toList();
        List<Meeting<E>> updates = accepted.stream().filter(Meeting::isUpdate).toList();
        List<FoundRow> rows =
                updates.stream().map(Meeting::row).flatMap(Optional::stream).toList();
        List<Refusal> notInserted = run.target().insert(step, entities(inserts));
        List<Refusal> notUpdated = run.target().update(step, entities(updates), rows);
        notInserted.forEach(refusal -> refuse(inserts, refusal, candidates));
        notUpdated.forEach(refusal -> refuse(updates, refusal, candidates));
        count(accepted, inserts.size() - notInserted.size(), updates.size() - notUpdated.size());
        log("inserted", inserts, notInserted);
        log("updated", updates, notUpdated);
    }

    /** Names every row, so that the log tells of each where it came from. */
    private void log(String done, List<Meeting<E>> written, List<Refusal> refused) {
        if (written.size() > refused.size() && LOG.isInfoEnabled()) {
            Set<Integer> not = refused.stream().map(Refusal::index).collect(Collectors.toSet());
            List<NaturalKey> keys = IntStream.range(0, written.size())
                    .filter(i -> !not.contains(i))
                    .mapToObj(i -> written.get(i).key())
                    .toList();
            LOG.info("{} {} rows {}: {}", step.table(), keys.size(), done, keys);
        }
    }

    private static <E> List<E> entities(List<Meeting<E>> meetings) {
        return meetings.stream().map(Meeting::entity).toList();
    }

    /** A row that the database refuses for a constraint of its own; its record counts as rejected after all. */
    private void refuse(List<Meeting<E>> written, Refusal refusal, List<Candidate<D, E>> candidates) {
        RawRecord raw = candidates.get(written.get(refusal.index()).candidate()).raw();
        Violation violation =
                new Violation(raw.position(), step.table(), raw.id(), "", "target", refusal.reason(), raw.id());
        tally.valid--;
        tally.rejected++;
        run.reject(step, raw, List.of(violation));
    }

    private void count(List<Meeting<E>> accepted, int inserted, int updated) {
        tally.inserted += inserted;
        tally.updated += updated;
        for (Meeting<E> meeting : accepted) {
            meeting.row().ifPresent(row -> {
                if (run.options().onConflict() == OnConflict.SKIP) {
                    tally.skipped++;
                } else if (row.differing().isEmpty()) {
                    tally.unchanged++;
                } else {
                    notes.updated(meeting.key(), row.differing());
                }
            });
            if (meeting.isInsert()) {
                notes.inserted(meeting.key());
            }
        }
    }

    private void done(List<RawRecord> records) {
        RawRecord last = records.get(records.size() - 1);
        run.progress(step, tally.read, tally.inserted + tally.updated, last.offset() + last.bytes().length);
        run.target().checkpoint();
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

package dev.ferry.migration;

import dev.ferry.migration.Landing.Refused;
import dev.ferry.migration.SourceKeys.Holder;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Reading;
import dev.ferry.source.Section;
import dev.ferry.validate.MissingParent;
import dev.ferry.validate.MissingParent.Reason;
import dev.ferry.validate.Violation;
import dev.ferry.write.ParentRows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills one table from records or their parts: takes them, batch by batch, through every stage. */
final class EntityStepRun<R extends Record, D extends Record, E> {
    private final RunContext run;
    private final EntityStep<D, E> step;
    private final Reading<R, D> reading;
    private final SectionReader<R> reader;
    private final Tally tally;
    private final Remarks remarks;
    private final SourceKeys<E> keys;
    private final FirstPass<R, D, E> firstPass;
    private final Landing<E> landing;

    EntityStepRun(RunContext run, EntityStep<D, E> step, Reading<R, D> reading, Tally tally, PreviewNotes notes) {
        this.run = run;
        this.step = step;
        this.reading = reading;
        this.reader = run.reader(reading);
        this.tally = tally;
        this.remarks = new Remarks(step.table().name());
        this.keys = new SourceKeys<>(step.table(), run.keysOf(step.table()), this::holders);
        this.firstPass = new FirstPass<>(run, step, reading);
        OnConflict onConflict = run.options().onConflict();
        TargetKeys<E> targetKeys = new TargetKeys<>(step.table(), run.target(), onConflict, firstPass.adoptions());
        this.landing = new Landing<>(step.table(), run.target(), keys, targetKeys, onConflict, tally, notes);
    }

    void run() {
        firstPass.run();
        try {
            reader.forEachBatch(run.pass(step, reading.section()), this::batch);
        } finally {
            remarks.tell(run.report());
        }
    }

    private void batch(List<Checked<R>> records) {
        List<TakenRecord<D, E>> taken = TakenRecord.take(records, reading);
        List<Candidate<D, E>> candidates =
                taken.stream().flatMap(record -> record.candidates().stream()).toList();
        ParentRows parents = map(candidates, checkReferences(candidates));
        checkKeys(candidates, parents);
        List<Meeting<E>> meetings = landing.meet(candidates, parents);
        report(taken);
        write(meetings, candidates, taken);
        run.progress(tally, reading.section(), records.get(records.size() - 1).raw());
    }

    /** Gives the keys of the parents that candidates are written without, by entity. */
    private Map<Class<?>, Set<NaturalKey>> checkReferences(List<Candidate<D, E>> candidates) {
        Map<Class<?>, Set<NaturalKey>> leftOut = new HashMap<>();
        List<List<MissingParent>> missing = run.references()
                .check(step.parents(), candidates.stream().map(Candidate::dto).toList());
        for (int i = 0; i < candidates.size(); i++) {
            Candidate<D, E> candidate = candidates.get(i);
            for (MissingParent parent : missing.get(i)) {
                if (candidate.rejectedBefore() && !isNews(parent)) {
                    continue;
                }
                if (parent.parent().missing() == Parent.Missing.LEFT_OUT) {
                    candidate.lose(List.of(violation(candidate.origin(), parent)));
                    leftOut.computeIfAbsent(parent.parent().entity(), any -> new HashSet<>())
                            .add(parent.key());
                } else {
                    candidate.reject(List.of(violation(candidate.origin(), parent)));
                }
            }
        }
        return leftOut;
    }

    /** Whether what is said of a record that was rejected anyway is more than a consequence of a rejection. */
    private boolean isNews(MissingParent missing) {
        return missing.reason() == Reason.ABSENT
                && !run.gathers(missing.parent().entity());
    }

    private Violation violation(Origin origin, MissingParent missing) {
        return new Violation(
                origin.locate(missing.path()),
                step.table().name(),
                origin.id(),
                origin.field(missing.path()),
                "reference",
                missing.message(),
                missing.key().toString());
    }

    private ParentRows map(List<Candidate<D, E>> candidates, Map<Class<?>, Set<NaturalKey>> leftOut) {
        Map<Class<?>, Set<NaturalKey>> asked = new HashMap<>();
        List<Candidate<D, E>> accepted =
                candidates.stream().filter(Candidate::accepted).toList();
        for (Parent<D> parent : step.parents()) {
            Set<NaturalKey> ofEntity = asked.computeIfAbsent(parent.entity(), any -> new HashSet<>());
            accepted.forEach(candidate -> parent.keys().apply(candidate.dto().orElseThrow()).stream()
                    .flatMap(Optional::stream)
                    .forEach(ofEntity::add));
        }
        ParentRows parents = run.target().references(asked, leftOut);
        for (Candidate<D, E> candidate : accepted) {
            List<E> rows =
                    step.mapping().map(candidate.dto().orElseThrow(), parents).toList();
            firstPass.give(rows, parents);
            candidate.rows(rows);
        }
        return parents;
    }

    private void checkKeys(List<Candidate<D, E>> candidates, ParentRows parents) {
        for (Candidate<D, E> candidate : candidates) {
            Origin origin = candidate.origin();
            if (candidate.accepted()) {
                candidate.reject(keys.addAccepted(origin, candidate.rows(), parents));
            } else if (identityIsKey() && origin.identity().isPresent()) {
                candidate.reject(keys.addRejected(origin, origin.identity().get()));
            }
        }
    }

    /** Whether what identifies a record in its own section is the natural key of its row. */
    private boolean identityIsKey() {
        if (!run.owns(step, reading.section())) {
            return false;
        }
        boolean named = reading.section().shape() == Section.Shape.KEYED
                || reading.section()
                        .identity()
                        .equals(Optional.of(step.table().key().field()));
        return named && step.table().key().attributes().size() == 1;
    }

    private List<Holder<E>> holders(long offset) {
        ParentRows parents = run.target().references(Map.of(), Map.of());
        TakenRecord<D, E> record = TakenRecord.take(reader.reread(offset), reading);
        return record.candidates().stream()
                .map(candidate -> new Holder<>(candidate.origin(), rows(candidate, parents), parents))
                .toList();
    }

    private List<E> rows(Candidate<D, E> candidate, ParentRows parents) {
        // A mapping takes valid records only.
        List<E> rows = candidate.dto().filter(dto -> candidate.accepted()).stream()
                .flatMap(dto -> step.mapping().map(dto, parents))
                .toList();
        firstPass.give(rows, parents);
        return rows;
    }

    private void report(List<TakenRecord<D, E>> taken) {
        for (TakenRecord<D, E> record : taken) {
            List<Violation> violations = record.violations();
            run.tell(violations);
            if (!violations.isEmpty() && record.isIncomplete()) {
                reader.keep(record.record().raw(), violations);
            }
            if (!violations.isEmpty() && record.isRejected()) {
                rejectForAll(record);
            }
            for (Candidate<D, E> candidate : record.candidates()) {
                landing.count(candidate);
                if (candidate.accepted()) {
                    candidate
                            .dto()
                            .ifPresent(dto -> step.remarks()
                                    .apply(dto)
                                    .forEach(remark -> remarks.add(candidate.origin(), remark)));
                }
            }
        }
    }

    private void rejectForAll(TakenRecord<D, E> record) {
        if (reading.unit() == Reading.Unit.RECORD && run.owns(step, reading.section())) {
            reader.reject(record.record().raw());
        }
    }

    private void write(List<Meeting<E>> meetings, List<Candidate<D, E>> candidates, List<TakenRecord<D, E>> taken) {
        for (Refused refused : landing.write(meetings, candidates)) {
            List<Violation> violations = List.of(refused.violation());
            run.tell(violations);
            Candidate<D, E> candidate = candidates.get(refused.candidate());
            taken.stream()
                    .filter(record -> record.candidates().contains(candidate))
                    .forEach(record -> {
                        reader.keep(record.record().raw(), violations);
                        rejectForAll(record);
                    });
        }
    }
}

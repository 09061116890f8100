package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.Landing.Landed;
import dev.ferry.migration.Landing.Refused;
import dev.ferry.migration.RecordMapper.Mapped;
import dev.ferry.migration.SourceKeys.Holder;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Reading;
import dev.ferry.source.RawRecord;
import dev.ferry.validate.Violation;
import dev.ferry.write.ParentRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills one table from records or their parts: takes them, batch by batch, through every stage. */
final class EntityStepRun<R extends Record, D extends Record, E> {
    private final RunContext run;
    private final EntityStep<D, E> step;
    private final Reading<R, D> reading;
    private final SectionReader<R> reader;
    private final Tally tally;
    private final Remarks remarks;
    private final SourceKeys<E> keys;
    private final RecordMapper<R, D, E> mapper;
    private final FirstPass<R, D, E> firstPass;
    private final Landing<E> landing;
    private long batches;

    EntityStepRun(RunContext run, EntityStep<D, E> step, Reading<R, D> reading, Tally tally, PreviewNotes notes) {
        this.run = run;
        this.step = step;
        this.reading = reading;
        this.reader = run.reader(reading);
        this.tally = tally;
        String entity = reading.table().orElse(step.table().name());
        this.remarks = new Remarks(entity);
        this.keys = new SourceKeys<>(step.table(), entity, run.keysOf(step.table()), this::holders);
        this.mapper = new RecordMapper<>(run, step, reading);
        this.firstPass = new FirstPass<>(run, step, reading, mapper);
        OnConflict onConflict = run.options().onConflict();
        TargetKeys<E> targetKeys = new TargetKeys<>(step.table(), onConflict, firstPass.adoptions());
        this.landing = new Landing<>(step.table(), keys, targetKeys, onConflict, tally, notes);
    }

    void run() {
        firstPass.run();
        try {
            reader.forEachBatch(run.pass(step, reading.section()), this::batch);
            run.target().settle();
        } finally {
            remarks.tell(run.report());
        }
    }

    private void batch(List<Checked<R>> records) {
        Mapped<D, E> mapped = mapper.map(records);
        List<Candidate<D, E>> candidates = mapped.candidates();
        give(candidates, mapped.parents());
        checkKeys(candidates, mapped.parents());
        remember(candidates, mapped.parents());
        run.target().prepare(step.table(), () -> rows(candidates));
        run.target()
                .land(
                        new BatchPlace(run.number(step), ++batches),
                        new RecordBatch(mapped, records.get(records.size() - 1).raw()));
    }

    private static <D extends Record, E> List<E> rows(List<Candidate<D, E>> candidates) {
        List<E> rows = new ArrayList<>(candidates.size());
        for (Candidate<D, E> candidate : candidates) {
            if (candidate.accepted()) {
                rows.addAll(candidate.rows());
            }
        }
        return rows;
    }

    /** A batch of records, mapped and checked, on its way into the target. */
    private final class RecordBatch implements BatchWork<Landed<E>> {
        private final Mapped<D, E> mapped;
        private final List<Candidate<D, E>> candidates;
        private final RawRecord last;

        RecordBatch(Mapped<D, E> mapped, RawRecord last) {
            this.mapped = mapped;
            this.candidates = mapped.candidates();
            this.last = last;
        }

        @Override
        public Landed<E> land(TargetRows rows) {
            return landing.land(rows, candidates, mapped.parents());
        }

        @Override
        public List<EntityCount> counts(Landed<E> landed) {
            return List.of(landing.counts(candidates, landed));
        }

        @Override
        public void settle(Landed<E> landed) {
            landing.reject(candidates, landed);
            report(mapped.records());
            takeOver(landed, candidates, mapped.records());
            run.progress(tally, reading.section(), last);
        }

        @Override
        public void recall(TargetRows rows, List<EntityCount> counts) {
            landing.recall(rows, candidates, mapped.parents(), counts.get(0));
            report(mapped.records());
            run.progress(tally, reading.section(), last);
        }
    }

    /** Gives rows what was decided before the first batch. */
    private void give(List<Candidate<D, E>> candidates, ParentRows parents) {
        Optional<StepPasswords<D, E>> own = run.passwords(step);
        for (Candidate<D, E> candidate : candidates) {
            firstPass.give(candidate, parents).forEach(candidate::remark);
            own.ifPresent(passwords -> candidate
                    .rows()
                    .forEach(row -> step.table()
                            .key()
                            .of(row)
                            .map(parents::byNaturalKeys)
                            .ifPresent(key -> passwords.give(row, candidate.origin(), key))));
        }
    }

    /** Tells later steps what they read of parents; not of a second record of a key, which is rejected by now. */
    private void remember(List<Candidate<D, E>> candidates, ParentRows parents) {
        if (step.table().remembered().isEmpty()) {
            return;
        }
        rows(candidates)
                .forEach(row -> step.table()
                        .key()
                        .of(row)
                        .map(parents::byNaturalKeys)
                        .ifPresent(key -> run.target().remember(step.table(), key, row)));
    }

    private void checkKeys(List<Candidate<D, E>> candidates, ParentRows parents) {
        for (Candidate<D, E> candidate : candidates) {
            Origin origin = candidate.origin();
            if (candidate.leftOut()) {
                mapper.key(origin).ifPresent(keys::leaveOut);
            } else if (candidate.accepted()) {
                candidate.reject(keys.addAccepted(origin, candidate.rows(), parents));
            } else {
                mapper.key(origin).map(key -> keys.addRejected(origin, key)).ifPresent(found -> tell(candidate, found));
            }
        }
    }

    /** That another record has the key of one that is rejected already is told once. */
    private void tell(Candidate<D, E> candidate, List<Violation> found) {
        if (run.owns(step, reading.section())) {
            candidate.reject(found);
        }
    }

    private List<Holder<E>> holders(long offset) {
        Mapped<D, E> mapped = mapper.map(reader.reread(offset));
        mapped.candidates().forEach(candidate -> firstPass.give(candidate, mapped.parents()));
        return mapped.candidates().stream()
                .map(candidate -> new Holder<>(candidate.origin(), candidate.rows(), mapped.parents()))
                .toList();
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
            if (record.isLeftOut()) {
                leaveOutForAll(record);
            }
            for (Candidate<D, E> candidate : record.candidates()) {
                candidate.remarks().forEach(remark -> remarks.add(candidate.origin(), remark));
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

    private void leaveOutForAll(TakenRecord<D, E> record) {
        if (reading.unit() == Reading.Unit.RECORD && run.owns(step, reading.section())) {
            reader.leaveOut(record.record().raw());
        }
    }

    private void takeOver(Landed<E> landed, List<Candidate<D, E>> candidates, List<TakenRecord<D, E>> taken) {
        List<Meeting<E>> done = landed.done(candidates);
        for (Refused refused : landing.settle(candidates, landed, done)) {
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
        if (run.needs(step.table())) {
            run.target().know(step.table(), done);
        }
        run.passwords(step)
                .ifPresent(passwords -> done.stream()
                        .filter(meeting -> meeting.isInsert() || meeting.isUpdate())
                        .forEach(meeting -> passwords.written(candidates.get(meeting.candidate()), meeting)));
    }
}

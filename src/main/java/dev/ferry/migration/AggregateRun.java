package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.Landing.Landed;
import dev.ferry.migration.Origin.OfPlace;
import dev.ferry.migration.RecordMapper.Mapped;
import dev.ferry.migration.SourceKeys.Holder;
import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.AggregateStep.Existing;
import dev.ferry.profile.Claim;
import dev.ferry.profile.Contribution;
import dev.ferry.profile.Contribution.Authority;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Reading;
import dev.ferry.source.Position;
import dev.ferry.source.Source;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import dev.ferry.write.ParentRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Fills one table with rows to which many records contribute: gathers them first, then takes them through the last stages. */
final class AggregateRun<E> {
    private final RunContext run;
    private final AggregateStep<E> step;
    private final Tally tally;
    private final Remarks remarks;
    private final Landing<E> landing;
    private final Landing<E> landingOfNamed;
    private final SourceKeys<E> keys;
    private final ParentRows parents;
    private final Map<NaturalKey, Gathered<E>> gathered = new LinkedHashMap<>();
    private final Set<Candidate<NoRecord, E>> named = new HashSet<>();
    private List<Candidate<NoRecord, E>> candidates = List.of();
    private long batches;

    /** A row and where it was named first. */
    private record Gathered<E>(Origin origin, E row, Authority authority) {}

    /** The rows of an aggregate stand for no single record. */
    private record NoRecord() {}

    AggregateRun(RunContext run, AggregateStep<E> step, Tally tally, PreviewNotes notes) {
        this.run = run;
        this.step = step;
        this.tally = tally;
        this.remarks = new Remarks(step.table().name());
        this.parents = run.target().references(Map.of(), Map.of());
        this.keys = new SourceKeys<>(step.table(), step.table().name(), run.keysOf(step.table()), this::holders);
        OnConflict onConflict = step.existing() == Existing.REFRESHED
                ? OnConflict.UPDATE
                : run.options().onConflict();
        this.landing = landing(onConflict, notes);
        this.landingOfNamed = landing(onConflict == OnConflict.UPDATE ? OnConflict.SKIP : onConflict, notes);
    }

    private Landing<E> landing(OnConflict onConflict, PreviewNotes notes) {
        return new Landing<>(
                step.table(),
                keys,
                new TargetKeys<>(step.table(), onConflict, new Adoptions()),
                onConflict,
                tally,
                notes);
    }

    void run() {
        if (step.existing() == Existing.REFRESHED && run.source().extent() == Source.Extent.PART) {
            run.report().warn(partOfASource());
            return;
        }
        try {
            step.contributions().forEach(this::gather);
            run.target().enter(step.table());
            candidates = gathered.values().stream().map(this::candidate).toList();
            int size = run.options().batchSize();
            for (int from = 0; from < candidates.size(); from += size) {
                land(candidates.subList(from, Math.min(candidates.size(), from + size)));
            }
            run.target().settle();
            step.claims().forEach(this::compare);
        } finally {
            remarks.tell(run.report());
        }
    }

    private Warning partOfASource() {
        return new Warning(
                new Position(run.source().name(), "", 0, 1, 1, ""),
                step.table().name(),
                "",
                "figures",
                "figures are counted of whole sources only: those that are there stay until one is migrated again",
                1);
    }

    private Candidate<NoRecord, E> candidate(Gathered<E> one) {
        Candidate<NoRecord, E> candidate = new Candidate<>(one.origin(), Optional.empty(), Candidate.Standing.OPEN);
        candidate.rows(List.of(one.row()));
        if (one.authority() == Authority.NAMES) {
            named.add(candidate);
        }
        return candidate;
    }

    private <D extends Record> void gather(Contribution<D, E> contribution) {
        gather(contribution.reading(), contribution);
    }

    private <R extends Record, D extends Record> void gather(Reading<R, D> reading, Contribution<D, E> contribution) {
        RecordMapper<R, D, E> mapper = new RecordMapper<>(
                run,
                new EntityStep<>(step.table(), reading, contribution.rows()).withParents(contribution.parents()),
                reading);
        forEachBatch(reading, mapper, (given, part) -> {
            part.remarks().forEach(remark -> remarks.add(part.origin(), remark));
            part.rows().forEach(row -> add(part.origin(), row, given, contribution));
        });
    }

    private void add(Origin origin, E row, ParentRows given, Contribution<?, E> contribution) {
        NaturalKey key = given.byNaturalKeys(step.table().key().of(row).orElseThrow());
        Gathered<E> before = gathered.get(key);
        if (before != null) {
            if (before.authority() == Authority.DEFINES && contribution.repeated() != null) {
                remarks.add(origin, contribution.repeated());
            }
            Authority authority =
                    before.authority() == Authority.DEFINES ? Authority.DEFINES : contribution.authority();
            E merged = step.merge().apply(before.row(), row);
            include(given, merged);
            gathered.put(key, new Gathered<>(before.origin(), merged, authority));
            return;
        }
        include(given, row);
        // The record itself may be large: only its place is kept.
        OfPlace place = new OfPlace(origin.locate(List.of()), key.toString(), gathered.size());
        gathered.put(key, new Gathered<>(place, row, contribution.authority()));
        Optional.ofNullable(contribution.remark()).ifPresent(told -> remarks.add(origin, told));
    }

    /** Keeps in mind which parents a row's keys name, as long as the row is kept. */
    private void include(ParentRows given, E row) {
        if (!given.gave()) {
            return;
        }
        Stream.concat(Stream.of(step.table().key()), step.table().unique().stream())
                .flatMap(key -> key.of(row).stream())
                .forEach(key -> parents.include(given, key.values()));
    }

    /** Takes the parts of a section that was not rejected; tells what is wrong with the others where that falls to this step. */
    private <R extends Record, D extends Record> void forEachBatch(
            Reading<R, D> reading, RecordMapper<R, D, E> mapper, Visitor<D, E> visitor) {
        boolean owned = run.owns(step, reading.section());
        run.reader(reading).forEachBatch(run.pass(step, reading.section()), records -> {
            Mapped<D, E> mapped = mapper.map(records);
            mapped.records().forEach(record -> tellOf(record, reading, owned));
            mapped.candidates().stream()
                    .filter(Candidate::accepted)
                    .forEach(part -> visitor.visit(mapped.parents(), part));
            run.progress(
                    tally, reading.section(), records.get(records.size() - 1).raw());
        });
    }

    /** A parent that is missing is told of where the record is this step's own: another step tells of others. */
    private void tellOf(TakenRecord<?, E> record, Reading<?, ?> reading, boolean owned) {
        List<Violation> violations =
                owned ? record.violations() : record.record().violations();
        if (owned && record.isLeftOut()) {
            tally.read++;
            tally.filtered++;
        }
        if (!violations.isEmpty()) {
            run.tell(violations);
            run.reader(reading).keep(record.record().raw(), violations);
            if (owned && record.isRejected()) {
                tally.read++;
                tally.rejected++;
            }
        }
    }

    private void land(List<Candidate<NoRecord, E>> batch) {
        batch.forEach(candidate -> candidate.reject(keys.addAccepted(candidate.origin(), candidate.rows(), parents)));
        List<Portion> portions = Stream.of(
                        new Portion(
                                landing,
                                batch.stream()
                                        .filter(candidate -> !named.contains(candidate))
                                        .toList()),
                        new Portion(
                                landingOfNamed,
                                batch.stream().filter(named::contains).toList()))
                .filter(portion -> !portion.rows().isEmpty())
                .toList();
        run.target().land(new BatchPlace(run.number(step), ++batches), new GatheredBatch(portions));
    }

    /** The rows of a batch that meet the target's in the same way. */
    private final class Portion {
        private final Landing<E> way;
        private final List<Candidate<NoRecord, E>> rows;

        Portion(Landing<E> way, List<Candidate<NoRecord, E>> rows) {
            this.way = way;
            this.rows = rows;
        }

        List<Candidate<NoRecord, E>> rows() {
            return rows;
        }

        private void settle(Landed<E> landed) {
            way.reject(rows, landed);
            rows.forEach(candidate -> run.tell(candidate.found()));
            way.settle(rows, landed, landed.done(rows)).forEach(refused -> run.tell(List.of(refused.violation())));
        }
    }

    /** A batch of gathered rows on its way into the target. */
    private final class GatheredBatch implements BatchWork<List<Landed<E>>> {
        private final List<Portion> portions;

        GatheredBatch(List<Portion> portions) {
            this.portions = portions;
        }

        @Override
        public List<Landed<E>> land(TargetRows target) {
            return portions.stream()
                    .map(portion -> portion.way.land(target, portion.rows, parents))
                    .toList();
        }

        @Override
        public List<EntityCount> counts(List<Landed<E>> landed) {
            List<EntityCount> counts = new ArrayList<>();
            for (int i = 0; i < portions.size(); i++) {
                counts.add(portions.get(i).way.counts(portions.get(i).rows, landed.get(i)));
            }
            return counts;
        }

        @Override
        public void settle(List<Landed<E>> landed) {
            for (int i = 0; i < portions.size(); i++) {
                portions.get(i).settle(landed.get(i));
            }
        }

        @Override
        public void recall(TargetRows target, List<EntityCount> counts) {
            for (int i = 0; i < portions.size(); i++) {
                portions.get(i).way.recall(target, portions.get(i).rows, parents, counts.get(i));
                portions.get(i).rows.forEach(candidate -> run.tell(candidate.found()));
            }
        }
    }

    private List<Holder<E>> holders(long offset) {
        Candidate<NoRecord, E> candidate = candidates.get((int) offset);
        return List.of(new Holder<>(candidate.origin(), candidate.rows(), parents));
    }

    private <D extends Record> void compare(Claim<D, E> claim) {
        compare(claim.reading(), claim);
    }

    private <R extends Record, D extends Record> void compare(Reading<R, D> reading, Claim<D, E> claim) {
        List<E> rows = new ArrayList<>();
        gathered.values().forEach(named -> rows.add(named.row()));
        RecordMapper<R, D, E> mapper = new RecordMapper<>(
                run, new EntityStep<>(step.table(), reading, (dto, references) -> Stream.empty()), reading);
        forEachBatch(
                reading,
                mapper,
                (given, part) -> claim.compare()
                        .apply(part.dto().orElseThrow(), rows)
                        .forEach(remark -> remarks.add(part.origin(), remark)));
    }

    /** Takes a part of a record that was accepted. */
    @FunctionalInterface
    private interface Visitor<D extends Record, E> {
        /** @param given the parents that the part's rows were given */
        void visit(ParentRows given, Candidate<D, E> part);
    }
}

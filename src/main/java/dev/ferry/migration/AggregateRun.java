package dev.ferry.migration;

import dev.ferry.migration.Landing.Refused;
import dev.ferry.migration.Origin.OfPlace;
import dev.ferry.migration.SourceKeys.Holder;
import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.AggregateStep.Existing;
import dev.ferry.profile.Claim;
import dev.ferry.profile.Contribution;
import dev.ferry.profile.Contribution.Authority;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Reading;
import dev.ferry.source.Position;
import dev.ferry.source.Source;
import dev.ferry.validate.MissingParent;
import dev.ferry.validate.Warning;
import dev.ferry.write.ParentRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
        this.keys = new SourceKeys<>(step.table(), run.keysOf(step.table()), this::holders);
        OnConflict onConflict = step.existing() == Existing.REFRESHED
                ? OnConflict.UPDATE
                : run.options().onConflict();
        this.landing = landing(onConflict, notes);
        this.landingOfNamed = landing(onConflict == OnConflict.UPDATE ? OnConflict.SKIP : onConflict, notes);
    }

    private Landing<E> landing(OnConflict onConflict, PreviewNotes notes) {
        return new Landing<>(
                step.table(),
                run.target(),
                keys,
                new TargetKeys<>(step.table(), run.target(), onConflict, new Adoptions()),
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
            candidates = gathered.values().stream().map(this::candidate).toList();
            int size = run.options().batchSize();
            for (int from = 0; from < candidates.size(); from += size) {
                land(candidates.subList(from, Math.min(candidates.size(), from + size)));
            }
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
        forEachBatch(reading, parts -> {
            List<Candidate<D, E>> whole = withParents(parts, contribution);
            ParentRows given = run.target().references(asked(whole, contribution), Map.of());
            whole.forEach(part -> contribution
                    .rows()
                    .map(part.dto().orElseThrow(), given)
                    .forEach(row -> add(part.origin(), row, given, contribution)));
        });
    }

    private <D extends Record> List<Candidate<D, E>> withParents(
            List<Candidate<D, E>> parts, Contribution<D, E> contribution) {
        if (contribution.parents().isEmpty()) {
            return parts;
        }
        List<List<MissingParent>> missing = run.references()
                .check(
                        contribution.parents(),
                        parts.stream().map(Candidate::dto).toList());
        return IntStream.range(0, parts.size())
                .filter(i -> missing.get(i).isEmpty())
                .mapToObj(parts::get)
                .toList();
    }

    private static <D extends Record, E> Map<Class<?>, Set<NaturalKey>> asked(
            List<Candidate<D, E>> parts, Contribution<D, E> contribution) {
        Map<Class<?>, Set<NaturalKey>> asked = new HashMap<>();
        for (Parent<D> parent : contribution.parents()) {
            Set<NaturalKey> keys = asked.computeIfAbsent(parent.entity(), any -> new HashSet<>());
            parts.forEach(part -> parent.keys().apply(part.dto().orElseThrow()).stream()
                    .flatMap(Optional::stream)
                    .forEach(keys::add));
        }
        return asked;
    }

    private void add(Origin origin, E row, ParentRows given, Contribution<?, E> contribution) {
        NaturalKey own = step.table().key().of(row).orElseThrow();
        NaturalKey key = given.byNaturalKeys(own);
        parents.include(given, own.values());
        Gathered<E> before = gathered.get(key);
        if (before != null) {
            if (before.authority() == Authority.DEFINES && contribution.repeated() != null) {
                remarks.add(origin, contribution.repeated());
            }
            Authority authority =
                    before.authority() == Authority.DEFINES ? Authority.DEFINES : contribution.authority();
            gathered.put(key, new Gathered<>(before.origin(), step.merge().apply(before.row(), row), authority));
            return;
        }
        // The record itself may be large: only its place is kept.
        OfPlace place = new OfPlace(origin.locate(List.of()), key.toString(), gathered.size());
        gathered.put(key, new Gathered<>(place, row, contribution.authority()));
        Optional.ofNullable(contribution.remark()).ifPresent(told -> remarks.add(origin, told));
    }

    /** Takes the parts of a section that was not rejected; tells what is wrong with the others where that falls to this step. */
    private <R extends Record, D extends Record> void forEachBatch(
            Reading<R, D> reading, Consumer<List<Candidate<D, E>>> action) {
        run.reader(reading).forEachBatch(run.pass(step, reading.section()), records -> {
            List<TakenRecord<D, E>> taken = TakenRecord.take(records, reading);
            taken.forEach(record -> tellOf(record, reading));
            action.accept(taken.stream()
                    .flatMap(record -> record.candidates().stream())
                    .filter(Candidate::accepted)
                    .toList());
            run.progress(
                    tally, reading.section(), records.get(records.size() - 1).raw());
        });
    }

    private void tellOf(TakenRecord<?, E> record, Reading<?, ?> reading) {
        if (!record.violations().isEmpty()) {
            run.tell(record.violations());
            run.reader(reading).keep(record.record().raw(), record.violations());
            if (run.owns(step, reading.section())) {
                tally.read++;
                tally.rejected++;
            }
        }
    }

    private void land(List<Candidate<NoRecord, E>> batch) {
        batch.forEach(candidate -> candidate.reject(keys.addAccepted(candidate.origin(), candidate.rows(), parents)));
        land(batch.stream().filter(candidate -> !named.contains(candidate)).toList(), landing);
        land(batch.stream().filter(named::contains).toList(), landingOfNamed);
    }

    private void land(List<Candidate<NoRecord, E>> batch, Landing<E> where) {
        if (batch.isEmpty()) {
            return;
        }
        List<Meeting<E>> meetings = where.meet(batch, parents);
        for (Candidate<NoRecord, E> candidate : batch) {
            run.tell(candidate.found());
            where.count(candidate);
        }
        for (Refused refused : where.write(meetings, batch)) {
            run.tell(List.of(refused.violation()));
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
        forEachBatch(
                reading,
                parts -> parts.forEach(part -> claim.compare()
                        .apply(part.dto().orElseThrow(), rows)
                        .forEach(remark -> remarks.add(part.origin(), remark))));
    }
}

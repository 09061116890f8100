package dev.ferry.migration;

import dev.ferry.profile.Check;
import dev.ferry.profile.Check.Fault;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Remark;
import dev.ferry.source.Section;
import dev.ferry.validate.MissingParent;
import dev.ferry.validate.MissingParent.Reason;
import dev.ferry.validate.Violation;
import dev.ferry.write.ParentRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a step's records from their own constraints to rows: references, checks that depend on parents, mapping. */
final class RecordMapper<R extends Record, D extends Record, E> {
    private final RunContext run;
    private final EntityStep<D, E> step;
    private final Reading<R, D> reading;

    RecordMapper(RunContext run, EntityStep<D, E> step, Reading<R, D> reading) {
        this.run = run;
        this.step = step;
        this.reading = reading;
    }

    /**
     * Records with what became of them.
     *
     * @param candidates those of all records
     * @param parents gave the rows their parents
     */
    record Mapped<D extends Record, E>(
            List<TakenRecord<D, E>> records, List<Candidate<D, E>> candidates, ParentRows parents) {
        Mapped {
            records = List.copyOf(records);
            candidates = List.copyOf(candidates);
        }
    }

    /** Maps what is accepted; rejects and leaves out what its parents do not allow. */
    Mapped<D, E> map(List<Checked<R>> records) {
        List<TakenRecord<D, E>> taken = TakenRecord.take(records, reading);
        List<Candidate<D, E>> candidates = candidates(taken);
        ParentRows parents = parents(candidates, checkReferences(candidates));
        for (Candidate<D, E> candidate : candidates) {
            if (candidate.accepted()) {
                map(candidate, candidate.dto().orElseThrow(), parents);
            }
        }
        return new Mapped<>(taken, candidates, parents);
    }

    private static <D extends Record, E> List<Candidate<D, E>> candidates(List<TakenRecord<D, E>> taken) {
        List<Candidate<D, E>> candidates = new ArrayList<>(taken.size());
        taken.forEach(record -> candidates.addAll(record.candidates()));
        return candidates;
    }

    /** The natural keys of the rows of records that are left out, alone or with a parent. */
    List<NaturalKey> leftOut(List<Checked<R>> records) {
        List<Candidate<D, E>> candidates = candidates(TakenRecord.take(records, reading));
        checkReferences(candidates);
        return candidates.stream()
                .filter(Candidate::leftOut)
                .flatMap(candidate -> key(candidate.origin()).stream())
                .toList();
    }

    private void map(Candidate<D, E> candidate, D dto, ParentRows parents) {
        for (Check<D> check : step.checks()) {
            for (Fault fault : check.check(dto, parents)) {
                candidate.reject(List.of(violation(candidate.origin(), fault)));
            }
        }
        if (candidate.accepted()) {
            candidate.rows(step.mapping().map(dto, parents).toList());
        }
    }

    /** Gives the keys of the parents that candidates are written without, by entity. */
    private Map<Class<?>, Set<NaturalKey>> checkReferences(List<Candidate<D, E>> candidates) {
        Map<Class<?>, Set<NaturalKey>> without = new HashMap<>();
        List<List<MissingParent>> missing = run.references()
                .check(step.parents(), candidates.stream().map(Candidate::dto).toList());
        for (int i = 0; i < candidates.size(); i++) {
            Candidate<D, E> candidate = candidates.get(i);
            List<MissingParent> parents = missing.get(i);
            if (parents.isEmpty()) {
                continue;
            }
            if (parents.stream().anyMatch(RecordMapper::leavesOut)) {
                leaveOut(candidate, parents);
            } else {
                parents.forEach(parent -> check(candidate, parent, without));
            }
        }
        return without;
    }

    private static boolean leavesOut(MissingParent missing) {
        return missing.reason() == Reason.LEFT_OUT && missing.parent().missing() == Parent.Missing.REJECTS;
    }

    /** A record goes with its parent, and is counted; of a part that does, the record stays, which its user should know. */
    private void leaveOut(Candidate<D, E> candidate, List<MissingParent> parents) {
        candidate.leaveOut();
        if (!candidate.isRecord()) {
            parents.stream()
                    .filter(RecordMapper::leavesOut)
                    .forEach(parent -> candidate.remark(
                            remark(parent, "what hangs on it here is left out with it, the rest of the record stays")));
        }
    }

    private void check(Candidate<D, E> candidate, MissingParent parent, Map<Class<?>, Set<NaturalKey>> without) {
        if (candidate.rejectedBefore() && !isNews(parent)) {
            return;
        }
        if (parent.parent().missing() == Parent.Missing.REJECTS) {
            candidate.reject(List.of(violation(candidate.origin(), parent)));
            return;
        }
        without.computeIfAbsent(parent.parent().entity(), any -> new HashSet<>())
                .add(parent.key());
        if (parent.reason() == Reason.LEFT_OUT) {
            candidate.remark(remark(parent, "it is written without it"));
        } else if (parent.parent().missing() == Parent.Missing.ALLOWED) {
            candidate.remark(new Remark(
                    String.join(".", parent.path()), "no-parent", parent.message() + "; it is written without it"));
        } else {
            candidate.lose(List.of(violation(candidate.origin(), parent)));
        }
    }

    /** Whether what is said of a record that was rejected anyway is more than a consequence of a rejection. */
    private boolean isNews(MissingParent missing) {
        return missing.reason() == Reason.ABSENT
                && !run.gathers(missing.parent().entity());
    }

    private static Remark remark(MissingParent missing, String fate) {
        return new Remark(
                String.join(".", missing.path()), "left-out-parent", "names a record that is left out; " + fate);
    }

    private ParentRows parents(List<Candidate<D, E>> candidates, Map<Class<?>, Set<NaturalKey>> without) {
        Map<Class<?>, Set<NaturalKey>> asked = new HashMap<>();
        for (Parent<D> parent : step.parents()) {
            Set<NaturalKey> keys = asked.computeIfAbsent(parent.entity(), any -> new HashSet<>());
            for (Candidate<D, E> candidate : candidates) {
                if (candidate.accepted()) {
                    parent.keys().apply(candidate.dto().orElseThrow()).forEach(key -> key.ifPresent(keys::add));
                }
            }
        }
        return run.target().references(asked, without);
    }

    private Violation violation(Origin origin, MissingParent missing) {
        return violation(
                origin,
                missing.path(),
                "reference",
                missing.message(),
                missing.key().toString());
    }

    private Violation violation(Origin origin, Fault fault) {
        return violation(origin, Origin.path(fault.path()), fault.rule(), fault.message(), fault.value());
    }

    private Violation violation(Origin origin, List<String> path, String rule, String message, String value) {
        String table = reading.table().orElse(step.table().name());
        return new Violation(origin.locate(path), table, origin.id(), origin.field(path), rule, message, value);
    }

    /** The rows of a record that was read again; none where it is not accepted. */
    Mapped<D, E> map(Checked<R> record) {
        return map(List.of(record));
    }

    /** The natural key of a record's row, as far as its identity tells it. */
    Optional<NaturalKey> key(Origin origin) {
        return origin.identity().flatMap(this::key);
    }

    private Optional<NaturalKey> key(String identity) {
        if (step.recordKey() != null) {
            return Optional.of(step.recordKey().apply(identity));
        }
        boolean named = reading.section().shape() == Section.Shape.KEYED
                || reading.section()
                        .identity()
                        .equals(Optional.of(step.table().key().field()));
        return named && step.table().key().attributes().size() == 1
                ? Optional.of(NaturalKey.of(identity))
                : Optional.empty();
    }
}

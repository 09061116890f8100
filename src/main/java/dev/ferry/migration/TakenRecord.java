package dev.ferry.migration;

import dev.ferry.migration.Origin.OfRecord;
import dev.ferry.profile.Part;
import dev.ferry.profile.Reading;
import dev.ferry.validate.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A record of a batch and what its step makes of it: itself, or its parts. */
record TakenRecord<D extends Record, E>(Checked<?> record, List<Candidate<D, E>> candidates) {
    TakenRecord {
        candidates = List.copyOf(candidates);
    }

    static <R extends Record, D extends Record, E> List<TakenRecord<D, E>> take(
            List<Checked<R>> records, Reading<R, D> reading) {
        List<TakenRecord<D, E>> taken = new ArrayList<>(records.size());
        records.forEach(record -> taken.add(take(record, reading)));
        return taken;
    }

    static <R extends Record, D extends Record, E> TakenRecord<D, E> take(Checked<R> record, Reading<R, D> reading) {
        if (record.standing() == Candidate.Standing.LEFT_OUT) {
            return new TakenRecord<>(
                    record,
                    reading.unit() == Reading.Unit.RECORD ? List.of(candidate(record, Optional.empty())) : List.of());
        }
        List<Candidate<D, E>> candidates = new ArrayList<>();
        for (Part<D> part : record.dto().map(reading.parts()).orElse(List.of())) {
            Origin origin = new OfRecord(record.raw(), Origin.path(part.path()));
            candidates.add(new Candidate<>(origin, Optional.of(part.value()), record.standing()));
        }
        if (record.dto().isEmpty() && reading.unit() == Reading.Unit.RECORD) {
            candidates.add(candidate(record, Optional.empty()));
        }
        return new TakenRecord<>(record, candidates);
    }

    private static <D extends Record, E> Candidate<D, E> candidate(Checked<?> record, Optional<D> dto) {
        return new Candidate<>(new OfRecord(record.raw(), List.of()), dto, record.standing());
    }

    /** Whether the run's user does not want it, or what it needs. */
    boolean isLeftOut() {
        if (record.standing() == Candidate.Standing.LEFT_OUT) {
            return true;
        }
        for (Candidate<D, E> candidate : candidates) {
            if (candidate.isRecord() && candidate.leftOut()) {
                return true;
            }
        }
        return false;
    }

    /** Whether not all of it is written. */
    boolean isIncomplete() {
        return isRejected() || candidates.stream().anyMatch(candidate -> !candidate.whole() && !candidate.leftOut());
    }

    /** Whether it, or a part of it, is not written at all. */
    boolean isRejected() {
        return !isLeftOut()
                && (!record.accepted()
                        || candidates.stream().anyMatch(candidate -> !candidate.accepted() && !candidate.leftOut()));
    }

    /** What was found now, from the top of the record to its bottom. */
    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>(isLeftOut() ? List.of() : record.violations());
        for (Candidate<D, E> candidate : candidates) {
            if (!candidate.nothingFound()) {
                violations.addAll(candidate.found());
            }
        }
        if (violations.isEmpty()) {
            return violations;
        }
        violations.sort(Comparator.comparingLong(
                        (Violation violation) -> violation.position().line())
                .thenComparingInt(violation -> violation.position().column()));
        return violations;
    }
}

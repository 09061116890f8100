package dev.ferry.migration;

import dev.ferry.bind.Bound;
import dev.ferry.source.RawRecord;
import dev.ferry.validate.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A record on its way through a batch's stages: accepted until a stage rejects it. */
final class Candidate<D extends Record, E> {
    private final Bound<D> bound;
    private final List<Violation> violations = new ArrayList<>();
    private List<E> rows = List.of();

    Candidate(Bound<D> bound) {
        this.bound = bound;
    }

    Bound<D> bound() {
        return bound;
    }

    RawRecord raw() {
        return bound.raw();
    }

    /** The DTO of a record that was accepted so far. */
    D dto() {
        return bound.dto().orElseThrow();
    }

    /** Adds what a stage found; the record is rejected if that is anything. */
    void reject(List<Violation> found) {
        violations.addAll(found);
    }

    boolean accepted() {
        return violations.isEmpty();
    }

    /** What was found, from the top of the record to its bottom. */
    List<Violation> violations() {
        return violations.stream()
                .sorted(Comparator.comparingLong(
                                (Violation violation) -> violation.position().line())
                        .thenComparingInt(violation -> violation.position().column()))
                .toList();
    }

    /** Sets the rows that the record is mapped to. */
    void rows(List<E> mapped) {
        rows = List.copyOf(mapped);
    }

    List<E> rows() {
        return rows;
    }
}

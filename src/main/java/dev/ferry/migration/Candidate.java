package dev.ferry.migration;

import dev.ferry.profile.Remark;
import dev.ferry.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands for rows, on its way through a batch's stages: accepted until a stage rejects it. */
final class Candidate<D extends Record, E> {
    private final Origin origin;
    private final Optional<D> dto;
    private Standing standing;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Violation> losses = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private List<E> rows = List.of();

    /** How a candidate comes into a step. */
    enum Standing {
        /** Nothing is known against it. */
        OPEN,
        /** Its record was rejected already. */
        REJECTED,
        /** The run's user does not want it. */
        LEFT_OUT
    }

    Candidate(Origin origin, Optional<D> dto, Standing standing) {
        this.origin = origin;
        this.dto = dto;
        this.standing = standing;
    }

    Origin origin() {
        return origin;
    }

    /** Whether it is a whole record. */
    boolean isRecord() {
        return origin.isRecord();
    }

    Optional<D> dto() {
        return dto;
    }

    /** Adds what a stage found; the candidate is rejected if that is anything. */
    void reject(List<Violation> found) {
        violations.addAll(found);
    }

    /** Adds what it is written without. */
    void lose(List<Violation> found) {
        losses.addAll(found);
    }

    /** Adds what its user should know of it. */
    void remark(Remark remark) {
        remarks.add(remark);
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** Leaves it out: what it needs is left out too. What was found before is of no use then. */
    void leaveOut() {
        standing = Standing.LEFT_OUT;
        violations.clear();
        losses.clear();
    }

    boolean leftOut() {
        return standing == Standing.LEFT_OUT;
    }

    boolean accepted() {
        return standing == Standing.OPEN && violations.isEmpty();
    }

    /** Whether nothing at all was found: one that is written without something is accepted, but not whole. */
    boolean whole() {
        return accepted() && losses.isEmpty();
    }

    /** Whether it was rejected before its step began. */
    boolean rejectedBefore() {
        return standing == Standing.REJECTED;
    }

    boolean nothingFound() {
        return violations.isEmpty() && losses.isEmpty();
    }

    /** Everything that this step found. */
    List<Violation> found() {
        List<Violation> found = new ArrayList<>(violations);
        found.addAll(losses);
        return found;
    }

    /** Sets the rows that it is mapped to. */
    void rows(List<E> mapped) {
        rows = List.copyOf(mapped);
    }

    List<E> rows() {
        return rows;
    }
}

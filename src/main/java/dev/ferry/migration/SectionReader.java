package dev.ferry.migration;

import dev.ferry.bind.Bound;
import dev.ferry.bind.UnknownField;
import dev.ferry.filter.RowFilter;
import dev.ferry.migration.Candidate.Standing;
import dev.ferry.profile.Reading;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.validate.ConstraintChecker;
import dev.ferry.validate.RecordSet;
import dev.ferry.validate.Violation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads a section as often as the steps of a run need it; its records are checked once, and told of once. Batches are read and
 * checked on another thread, while the run's own is at work on those before them.
 */
final class SectionReader<R extends Record> {
    private final RunContext run;
    private final Section section;
    private final Class<R> dto;
    private final SectionOwner owner;
    private final SectionBinder<R> binder;
    private final Predicate<R> deleted;
    private final Optional<RowFilter> filter;
    private final RecordSet rejected = new RecordSet();
    private final RecordSet leftOut = new RecordSet();
    private final RecordSet kept = new RecordSet();
    private boolean checked;
    private boolean told;

    /** Whether a pass tells what it finds. */
    enum Pass {
        /** Violations and unknown fields are told. One pass of a run does so for each section. */
        TELLING,
        /** The records are only used. */
        QUIET
    }

    @SuppressWarnings("unchecked") // A section has one DTO in all steps of a profile.
    SectionReader(RunContext run, Reading<R, ?> reading, SectionOwner owner) {
        this.run = run;
        this.section = reading.section();
        this.dto = reading.dto();
        this.owner = owner;
        this.deleted = run.options().deleted() == Deleted.INCLUDED
                ? any -> false
                : (Predicate<R>) owner.reading().deleted();
        this.filter = Optional.ofNullable(run.options().filters().get(section));
        this.binder = run.binders().of(reading);
    }

    Class<R> dto() {
        return dto;
    }

    /** Reads the whole section, batch by batch; a second pass that is to tell is quiet. */
    void forEachBatch(Pass asked, Consumer<List<Checked<R>>> action) {
        Pass pass = told ? Pass.QUIET : asked;
        binder.begin();
        Optional<Iterator<RawRecord>> known =
                binder.known(offset -> run.source().record(section, offset));
        try (Stream<RawRecord> read =
                        known.isPresent() ? Stream.empty() : run.source().records(section);
                ReadAhead<List<Checked<R>>> batches = new ReadAhead<>(
                        new Batches(
                                known.orElseGet(read::iterator), run.options().batchSize()),
                        batch -> batch.stream().map(raw -> check(pass, raw)).toList())) {
            for (Optional<List<Checked<R>>> batch = batches.next(); batch.isPresent(); batch = batches.next()) {
                action.accept(batch.get());
            }
            binder.end();
            checked = true;
        } finally {
            if (pass == Pass.TELLING) {
                told = true;
                warnOfUnknownFields();
            }
        }
    }

    /** The record at an offset, as it was read before; rejected only for what is wrong with it by itself. */
    Checked<R> reread(long offset) {
        RawRecord raw = run.source().record(section, offset);
        Bound<R> bound = binder.bindSingle(raw);
        if (isLeftOut(bound)) {
            return leftOut(raw);
        }
        Standing standing = violations(bound).isEmpty() ? Standing.OPEN : Standing.REJECTED;
        return new Checked<>(raw, bound.dto(), standing, List.of());
    }

    /** Rejects a record for all later steps. */
    void reject(RawRecord raw) {
        rejected.add(raw.offset());
    }

    /** Leaves a record out in all later steps. */
    void leaveOut(RawRecord raw) {
        leftOut.add(raw.offset());
    }

    /** Keeps a rejected record for its user, once: a second step may have more against it. */
    void keep(RawRecord raw, List<Violation> violations) {
        if (!kept.contains(raw.offset())) {
            kept.add(raw.offset());
            run.keep(section, raw, violations);
        }
    }

    private Checked<R> check(Pass pass, RawRecord raw) {
        if (raw.leftOut() || leftOut.contains(raw.offset())) {
            binder.skip(raw);
            return leftOut(raw);
        }
        Bound<R> bound = binder.bind(raw);
        if (isLeftOut(bound)) {
            return leftOut(raw);
        }
        boolean known = checked && !rejected.contains(raw.offset());
        if (known || (checked && pass == Pass.QUIET)) {
            return new Checked<>(raw, bound.dto(), known ? Standing.OPEN : Standing.REJECTED, List.of());
        }
        List<Violation> violations = violations(bound);
        if (violations.isEmpty()) {
            return new Checked<>(raw, bound.dto(), Standing.OPEN, List.of());
        }
        reject(raw);
        return new Checked<>(raw, bound.dto(), Standing.REJECTED, pass == Pass.TELLING ? violations : List.of());
    }

    private Checked<R> leftOut(RawRecord raw) {
        return new Checked<>(raw, Optional.empty(), Standing.LEFT_OUT, List.of());
    }

    private boolean isLeftOut(Bound<R> bound) {
        return bound.dto()
                .filter(value -> deleted.test(value) || isFilteredOut(bound, value))
                .isPresent();
    }

    /** A record is kept where the filter cannot be judged because a value is malformed: that is to be told. */
    private boolean isFilteredOut(Bound<R> bound, R value) {
        return filter.filter(wanted -> !wanted.selects(value) && !isMalformed(bound, wanted))
                .isPresent();
    }

    private static boolean isMalformed(Bound<?> bound, RowFilter wanted) {
        return bound instanceof Bound.Malformed<?> malformed
                && wanted.fields().stream().anyMatch(field -> malformed.covers(List.of(field)));
    }

    private List<Violation> violations(Bound<R> bound) {
        ConstraintChecker constraints = run.constraints();
        List<Violation> violations = new ArrayList<>(constraints.checkShape(owner.table(), bound));
        violations.addAll(
                run.options().checks() == Checks.ALL
                        ? constraints.checkConstraints(owner.table(), bound)
                        : constraints.checkKeys(owner.table(), bound));
        return violations;
    }

    private void warnOfUnknownFields() {
        for (UnknownField unknown : binder.unknownFields()) {
            run.report().warn(owner.warning(unknown));
        }
    }
}

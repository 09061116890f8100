package dev.ferry.profile;

import dev.ferry.source.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a step reads: the records of a section, or the parts that each of them has.
 *
 * <p>A section has one DTO in all steps of a profile. Its constraints are checked, and its unknown fields told, when it is read
 * for the first time.
 *
 * @param section where the records stand
 * @param dto what a record is bound to
 * @param unit whether records or their parts are read
 * @param parts the parts of a record that keeps its constraints or, so that the references of others are checked too, of one
 *     that does not: then every value of it may be null
 * @param entity the table by whose name users know what they read, in violations and filters; null for that of the step
 * @param deleted whether the source holds a record for deleted: it is left out unless its user wants it
 */
public record Reading<R extends Record, D extends Record>(
        Section section,
        Class<R> dto,
        Unit unit,
        Function<R, List<Part<D>>> parts,
        @Nullable String entity,
        Predicate<R> deleted) {
    private static final Predicate<Object> NONE = new None();

    /** Holds of nothing; a value, so that it is known again. */
    private record None() implements Predicate<Object> {
        @Override
        public boolean test(Object any) {
            return false;
        }
    }

    /** What is accepted or rejected as a whole. */
    public enum Unit {
        /** A record. */
        RECORD,
        /** A part of a record. */
        PART
    }

    /** Reads whole records. */
    public static <D extends Record> Reading<D, D> records(Section section, Class<D> dto) {
        return new Reading<>(section, dto, Unit.RECORD, value -> List.of(new Part<>("", value)), null, none());
    }

    /** Reads parts of records: each of them is written, or rejected, on its own. */
    public static <R extends Record, D extends Record> Reading<R, D> parts(
            Section section, Class<R> dto, Function<R, List<Part<D>>> parts) {
        return new Reading<>(section, dto, Unit.PART, parts, null, none());
    }

    /** The parts of these records: each of them is written, or rejected, on its own. */
    public <P extends Record> Reading<R, P> inParts(Function<R, List<Part<P>>> newParts) {
        return new Reading<>(section, dto, Unit.PART, newParts, entity, deleted);
    }

    /** The same records under the name of the table that they stand for, where the first step that reads them fills another. */
    public Reading<R, D> of(String table) {
        return new Reading<>(section, dto, unit, parts, table, deleted);
    }

    /** The same records without those that are deleted; every value of a record may be null when it is asked. */
    public Reading<R, D> without(Predicate<R> newDeleted) {
        return new Reading<>(section, dto, unit, parts, entity, newDeleted);
    }

    /** Whether the source may hold any of its records for deleted. */
    public boolean mayBeDeleted() {
        return !deleted.equals(NONE);
    }

    @SuppressWarnings("unchecked") // It takes anything.
    private static <R extends Record> Predicate<R> none() {
        return (Predicate<R>) (Predicate<?>) NONE;
    }

    /** The table by whose name users know what they read. */
    public Optional<String> table() {
        return Optional.ofNullable(entity);
    }
}

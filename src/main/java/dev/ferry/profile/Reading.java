package dev.ferry.profile;

import dev.ferry.source.Section;
import java.util.List;
import java.util.function.Function;

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
 */
public record Reading<R extends Record, D extends Record>(
        Section section, Class<R> dto, Unit unit, Function<R, List<Part<D>>> parts) {
    /** What is accepted or rejected as a whole. */
    public enum Unit {
        /** A record. */
        RECORD,
        /** A part of a record. */
        PART
    }

    /** Reads whole records. */
    public static <D extends Record> Reading<D, D> records(Section section, Class<D> dto) {
        return new Reading<>(section, dto, Unit.RECORD, value -> List.of(new Part<>("", value)));
    }

    /** Reads parts of records: each of them is written, or rejected, on its own. */
    public static <R extends Record, D extends Record> Reading<R, D> parts(
            Section section, Class<R> dto, Function<R, List<Part<D>>> parts) {
        return new Reading<>(section, dto, Unit.PART, parts);
    }
}

package dev.ferry.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fills a table from the records of one section, or from their parts.
 *
 * <p>The first such step of a profile that reads a section is the section's own: what is wrong with a record as a whole is
 * told of its table, and a record that it rejects is rejected for all later steps.
 *
 * @param parents the rows of other tables that a record needs
 * @param mapping turns a record into rows
 * @param remarks what a user should know of a valid record
 * @param unknownFieldsKeptIn the column that keeps fields which the DTO does not know, null where they are left out
 * @param fieldsWithoutColumn paths of fields that are known to have no column, with {@code *} for array indexes; the DTO leaves
 *     them out, and a warning says so
 */
public record EntityStep<D extends Record, E>(
        Table<E> table,
        Reading<?, D> reading,
        List<Parent<D>> parents,
        Mapping<D, E> mapping,
        Function<D, List<Remark>> remarks,
        @Nullable String unknownFieldsKeptIn,
        Set<String> fieldsWithoutColumn)
        implements Step {

    public EntityStep {
        parents = List.copyOf(parents);
        fieldsWithoutColumn = Set.copyOf(fieldsWithoutColumn);
    }

    /** A step without parents and remarks that leaves unknown fields out. */
    public EntityStep(Table<E> table, Reading<?, D> reading, Mapping<D, E> mapping) {
        this(table, reading, List.of(), mapping, dto -> List.of(), null, Set.of());
    }

    @Override
    public List<Reading<?, ?>> readings() {
        return List.of(reading);
    }

    /** The same step with parents. */
    public EntityStep<D, E> withParents(List<Parent<D>> newParents) {
        return new EntityStep<>(table, reading, newParents, mapping, remarks, unknownFieldsKeptIn, fieldsWithoutColumn);
    }

    /** The same step with remarks on valid records. */
    public EntityStep<D, E> withRemarks(Function<D, List<Remark>> newRemarks) {
        return new EntityStep<>(table, reading, parents, mapping, newRemarks, unknownFieldsKeptIn, fieldsWithoutColumn);
    }

    /** The same step with a column that keeps the fields which the DTO does not know. */
    public EntityStep<D, E> withUnknownFieldsKeptIn(String column) {
        return new EntityStep<>(table, reading, parents, mapping, remarks, column, fieldsWithoutColumn);
    }

    /** The same step with fields that are known to have no column. */
    public EntityStep<D, E> withFieldsWithoutColumn(Set<String> paths) {
        return new EntityStep<>(table, reading, parents, mapping, remarks, unknownFieldsKeptIn, paths);
    }

    /** The column that keeps fields which the DTO does not know. */
    public Optional<String> unknownFields() {
        return Optional.ofNullable(unknownFieldsKeptIn);
    }
}

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
 * @param checks constraints of a record that depend on its parents
 * @param recordKey the natural key of the row of a record, of the record's identity, so that rows that need it know what became
 *     of a record that could not be bound or was left out; null where the identity is the key
 * @param passwords the passwords that the records have, null where they have none
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
        Set<String> fieldsWithoutColumn,
        List<Check<D>> checks,
        @Nullable Function<String, NaturalKey> recordKey,
        @Nullable Passwords<D, E> passwords)
        implements Step {

    public EntityStep {
        parents = List.copyOf(parents);
        fieldsWithoutColumn = Set.copyOf(fieldsWithoutColumn);
        checks = List.copyOf(checks);
    }

    /** A step without parents and remarks that leaves unknown fields out. */
    public EntityStep(Table<E> table, Reading<?, D> reading, Mapping<D, E> mapping) {
        this(table, reading, List.of(), mapping, dto -> List.of(), null, Set.of(), List.of(), null, null);
    }

    @Override
    public List<Reading<?, ?>> readings() {
        return List.of(reading);
    }

    /** The same step with parents. */
    public EntityStep<D, E> withParents(List<Parent<D>> newParents) {
        return new EntityStep<>(
                table,
                reading,
                newParents,
                mapping,
                remarks,
                unknownFieldsKeptIn,
                fieldsWithoutColumn,
                checks,
                recordKey,
                passwords);
    }

    /** The same step with remarks on valid records. */
    public EntityStep<D, E> withRemarks(Function<D, List<Remark>> newRemarks) {
        return new EntityStep<>(
                table,
                reading,
                parents,
                mapping,
                newRemarks,
                unknownFieldsKeptIn,
                fieldsWithoutColumn,
                checks,
                recordKey,
                passwords);
    }

    /** The same step with a column that keeps the fields which the DTO does not know. */
    public EntityStep<D, E> withUnknownFieldsKeptIn(String column) {
        return new EntityStep<>(
                table, reading, parents, mapping, remarks, column, fieldsWithoutColumn, checks, recordKey, passwords);
    }

    /** The same step with fields that are known to have no column. */
    public EntityStep<D, E> withFieldsWithoutColumn(Set<String> paths) {
        return new EntityStep<>(
                table, reading, parents, mapping, remarks, unknownFieldsKeptIn, paths, checks, recordKey, passwords);
    }

    /** The column that keeps fields which the DTO does not know. */
    public Optional<String> unknownFields() {
        return Optional.ofNullable(unknownFieldsKeptIn);
    }

    /** The same step with constraints that depend on a record's parents. */
    public EntityStep<D, E> withChecks(List<Check<D>> newChecks) {
        return new EntityStep<>(
                table,
                reading,
                parents,
                mapping,
                remarks,
                unknownFieldsKeptIn,
                fieldsWithoutColumn,
                newChecks,
                recordKey,
                passwords);
    }

    /** The same step with the natural key that a record's identity stands for. */
    public EntityStep<D, E> withRecordKey(Function<String, NaturalKey> newRecordKey) {
        return new EntityStep<>(
                table,
                reading,
                parents,
                mapping,
                remarks,
                unknownFieldsKeptIn,
                fieldsWithoutColumn,
                checks,
                newRecordKey,
                passwords);
    }

    /** The same step with passwords, which are hashed before the run's transaction. */
    public EntityStep<D, E> withPasswords(Passwords<D, E> newPasswords) {
        return new EntityStep<>(
                table,
                reading,
                parents,
                mapping,
                remarks,
                unknownFieldsKeptIn,
                fieldsWithoutColumn,
                checks,
                recordKey,
                newPasswords);
    }
}

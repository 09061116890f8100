package dev.ferry.profile;

import dev.ferry.source.Section;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills one table from the records of one section.
 *
 * @param section where the records stand
 * @param dto what a record is bound to
 * @param table the table's name without its schema
 * @param entity the JPA entity of the table
 * @param key the natural key, by which rows are found again
 * @param unique the table's other unique constraints
 * @param parents the rows of other tables that a record needs
 * @param mapping turns a record into rows
 * @param unknownFieldsKeptIn the column that keeps fields which the DTO does not know, null where they are left out
 */
public record EntityStep<D extends Record, E>(
        Section section,
        Class<D> dto,
        String table,
        Class<E> entity,
        UniqueKey<E> key,
        List<UniqueKey<E>> unique,
        List<Parent<D>> parents,
        Mapping<D, E> mapping,
        @Nullable String unknownFieldsKeptIn)
        implements Step {

    public EntityStep {
        unique = List.copyOf(unique);
        parents = List.copyOf(parents);
    }

    /** A step without parents, without further unique keys, and without a place for unknown fields. */
    public EntityStep(
            Section section, Class<D> dto, String table, Class<E> entity, UniqueKey<E> key, Mapping<D, E> mapping) {
        this(section, dto, table, entity, key, List.of(), List.of(), mapping, null);
    }

    /** The same step with parents. */
    public EntityStep<D, E> withParents(List<Parent<D>> newParents) {
        return new EntityStep<>(section, dto, table, entity, key, unique, newParents, mapping, unknownFieldsKeptIn);
    }

    /** The same step with further unique keys. */
    public EntityStep<D, E> withUnique(List<UniqueKey<E>> newUnique) {
        return new EntityStep<>(section, dto, table, entity, key, newUnique, parents, mapping, unknownFieldsKeptIn);
    }

    /** The same step with a column that keeps the fields which the DTO does not know. */
    public EntityStep<D, E> withUnknownFieldsKeptIn(String column) {
        return new EntityStep<>(section, dto, table, entity, key, unique, parents, mapping, column);
    }

    /** The column that keeps fields which the DTO does not know. */
    public Optional<String> unknownFields() {
        return Optional.ofNullable(unknownFieldsKeptIn);
    }
}

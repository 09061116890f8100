package dev.ferry.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Gives a table its reference data: rows that a profile itself defines and that records refer to, such as roles. Rows that
 * are there already are left as they are.
 *
 * @param parents the rows of earlier steps' tables that the rows need, by entity
 * @param rows the rows, given the parents; a pure function
 */
public record ReferenceStep<E>(
        Table<E> table, Map<Class<?>, Set<NaturalKey>> parents, Function<References, List<E>> rows) implements Step {
    public ReferenceStep {
        parents = Map.copyOf(parents);
    }

    /** A step whose rows need no other rows. */
    public ReferenceStep(Table<E> table, List<E> rows) {
        this(table, Map.of(), references -> rows);
    }

    @Override
    public List<Reading<?, ?>> readings() {
        return List.of();
    }
}

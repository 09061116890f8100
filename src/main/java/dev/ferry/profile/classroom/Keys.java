package dev.ferry.profile.classroom;

import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys and references that the steps have in common: everything is named by the identifier of the source. */
final class Keys {
    private Keys() {}

    /** A table whose rows keep the identifier of the source. */
    static <E extends SourceRow> Table<E> table(String name, Class<E> entity) {
        return new Table<>(name, entity, new UniqueKey<>("id", List.of(new KeyAttribute<>("id", SourceRow::id))));
    }

    /**
     * A pair of parents that no two rows share.
     *
     * @param field the field that a second such row is told at
     */
    static <E> UniqueKey<E> pair(String field, KeyAttribute<E> first, KeyAttribute<E> second) {
        return new UniqueKey<>(field, List.of(first, second));
    }

    /** A field that names a row of another table. */
    static <D extends Record> Parent<D> parent(
            String field, Class<? extends SourceRow> entity, Function<D, @Nullable String> id) {
        return Parent.one(field, entity, dto -> NaturalKey.optional(id.apply(dto)));
    }
}

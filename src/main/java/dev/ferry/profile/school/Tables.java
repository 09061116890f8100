package dev.ferry.profile.school;

import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.profile.school.dto.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the tables' rows are told apart. */
final class Tables {
    private Tables() {}

    /** A table whose rows are V1 rows, known by the V1 identifier that the identity map keeps. */
    static <E> Table<E> ofSource(String name, Class<E> entity, Function<E, @Nullable Object> sourceId) {
        return new Table<>(name, entity, unique("id", attribute("sourceId", sourceId))).foundByIdentityMap();
    }

    /** A table whose rows are known by what they say. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    static <E> Table<E> byColumns(String name, Class<E> entity, KeyAttribute<E>... attributes) {
        return new Table<>(name, entity, unique("", attributes));
    }

    /** @param field the field of the source that a second such row is told at */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    static <E> UniqueKey<E> unique(String field, KeyAttribute<E>... attributes) {
        return new UniqueKey<>(field, List.of(attributes));
    }

    static <E> KeyAttribute<E> attribute(String name, Function<E, @Nullable Object> value) {
        return new KeyAttribute<>(name, value);
    }

    /** A field with the V1 identifier of another row; blank names none. */
    static <D extends Record> Parent<D> parent(String field, Class<?> entity, Function<D, @Nullable String> id) {
        return Parent.one(field, entity, dto -> key(id.apply(dto)));
    }

    /** The key of a row that is known by its V1 identifier, which is taken exactly; blank is none. */
    static Optional<NaturalKey> key(@Nullable String id) {
        return Optional.ofNullable(id)
                .filter(given -> Text.of(given).isPresent())
                .map(NaturalKey::of);
    }

    /** The texts as the natural keys of rows that have them as their only value. */
    static List<NaturalKey> keys(Stream<String> texts) {
        return texts.distinct().map(NaturalKey::of).toList();
    }
}

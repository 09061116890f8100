package dev.ferry.validate;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Makes variants of a DTO: some components are replaced by random values, good ones and broken ones. */
@NullMarked
final class DtoVariants {
    private static final Map<Class<?>, List<Object>> SCALARS = new HashMap<>();

    static {
        SCALARS.put(
                String.class,
                List.of(
                        "",
                        " ",
                        "\t\n",
                        "a",
                        "AB",
                        "abc",
                        "ABCDE",
                        "x".repeat(201),
                        "y".repeat(256),
                        "\u00e9".repeat(101),
                        "AS.180.101.01.FA24",
                        "AS.180.101",
                        "as.180.101",
                        "FA24",
                        "XX24",
                        "free",
                        "PREMIUM",
                        "gratis",
                        "a@b.example",
                        "a@",
                        "@",
                        "#3b82f6",
                        "#3b82",
                        "male",
                        "Kenya",
                        "Atlantis",
                        "Apps | \u0628",
                        "|",
                        "https://example.org/a b",
                        "ftp://example.org",
                        "n/a",
                        "<svg/>",
                        "svg",
                        "present",
                        "absent",
                        "quiz",
                        "in_person",
                        "scheduled",
                        "students",
                        "submitted",
                        "4.5",
                        "5.001",
                        "day",
                        "boarding"));
        SCALARS.put(Integer.class, List.of(0, 1, -1, 5, 6, 7, 100, 101, Integer.MAX_VALUE, Integer.MIN_VALUE));
        SCALARS.put(Long.class, List.of(0L, 1L, -1L, 5L, 100L, 101L, Long.MAX_VALUE, Long.MIN_VALUE));
        SCALARS.put(
                BigDecimal.class,
                Stream.of("0", "1", "-1", "99.5", "100", "100.01", "1E+9", "1E-20", "1E-21", "0.00")
                        .<Object>map(BigDecimal::new)
                        .toList());
        SCALARS.put(Boolean.class, List.of(true, false));
        SCALARS.put(
                LocalDate.class,
                List.of(LocalDate.of(2000, 1, 1), LocalDate.of(2025, 8, 25), LocalDate.of(9999, 1, 1)));
        SCALARS.put(LocalTime.class, List.of(LocalTime.of(8, 0), LocalTime.of(9, 30), LocalTime.of(23, 59)));
        SCALARS.put(Instant.class, List.of(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z")));
        SCALARS.put(OptionalInt.class, List.of(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(-1)));
        SCALARS.put(int.class, SCALARS.get(Integer.class));
        SCALARS.put(long.class, SCALARS.get(Long.class));
        SCALARS.put(boolean.class, SCALARS.get(Boolean.class));
        SCALARS.put(Object.class, SCALARS.get(String.class));
    }

    private final Random random = new Random(20261121);

    /** The DTO with up to three other values. */
    Record of(Record dto) {
        RecordComponent[] components = dto.getClass().getRecordComponents();
        @Nullable
        Object[] values =
                Arrays.stream(components).map(component -> read(component, dto)).toArray();
        for (int change = random.nextInt(4); change > 0; change--) {
            int i = random.nextInt(values.length);
            Object old = values[i];
            values[i] = old instanceof Record held && random.nextBoolean()
                    ? of(held)
                    : value(components[i].getGenericType());
        }
        return make(dto.getClass(), values);
    }

    private @Nullable Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return random.nextInt(6) == 0
                    ? null
                    : container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (!plain.isPrimitive() && random.nextInt(5) == 0) {
            return null;
        }
        if (plain.isRecord()) {
            return make(
                    plain,
                    Arrays.stream(plain.getRecordComponents())
                            .map(component -> value(component.getGenericType()))
                            .toArray());
        }
        List<Object> some = Objects.requireNonNull(SCALARS.get(plain), plain::getName);
        return some.get(random.nextInt(some.size()));
    }

    private Object container(Class<?> raw, Type... arguments) {
        if (raw == Optional.class) {
            return Optional.ofNullable(value(arguments[0]));
        }
        int size = random.nextInt(4);
        if (raw == Map.class) {
            Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
            IntStream.range(0, size).forEach(any -> map.put(value(arguments[0]), value(arguments[1])));
            return map;
        }
        Collection<@Nullable Object> values = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        IntStream.range(0, size).forEach(any -> values.add(value(arguments[0])));
        return values;
    }

    private static @Nullable Object read(RecordComponent component, Record dto) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(dto);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a DTO that cannot be varied", e);
        }
    }

    private static Record make(Class<?> type, @Nullable Object... values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a DTO that cannot be varied", e);
        }
    }
}

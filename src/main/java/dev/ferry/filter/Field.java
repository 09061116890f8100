package dev.ferry.filter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a section's records.
 *
 * @param name its name in the source
 * @param component the DTO's component that holds it
 * @param type the component's type
 * @param kind what its values are
 * @param reader gives its value of a DTO
 */
record Field(String name, String component, Class<?> type, Kind kind, MethodHandle reader) {
    static Field of(RecordComponent component, String name, Kind kind) {
        return new Field(name, component.getName(), component.getType(), kind, reader(component.getAccessor()));
    }

    /** DTOs are public, but a record that is a member of a hidden class is not: its accessor is opened. */
    private static MethodHandle reader(Method accessor) {
        try {
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value that a DTO has here, in the form in which it is compared; empty where it is null. */
    Optional<Object> value(Record dto) {
        return Optional.ofNullable(read(dto)).map(Kind::uniform);
    }

    private @Nullable Object read(Record dto) {
        try {
            return reader.invoke(dto);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

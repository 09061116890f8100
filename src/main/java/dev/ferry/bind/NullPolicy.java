package dev.ferry.bind;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;

/** Whether null may stand for a value. */
enum NullPolicy {
    /** A component of a DTO: null is as good as missing, and constraints say whether that may be. */
    ALLOWED,
    /** A primitive, or what stands in an array or a map. */
    REFUSED;

    /** The policy for a value of a type that was reached through a component; null for a whole record. */
    static NullPolicy of(JavaType type, @Nullable BeanProperty component) {
        return component == null || isOf(component.getType(), type) ? ALLOWED : REFUSED;
    }

    /** Whether a value's type is the component's own; Jackson reads a {@code List} as an {@code ArrayList}. */
    private static boolean isOf(JavaType component, JavaType type) {
        return component.isTypeOrSuperTypeOf(type.getRawClass())
                && Objects.equals(component.getContentType(), type.getContentType())
                && Objects.equals(component.getKeyType(), type.getKeyType());
    }
}

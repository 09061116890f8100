package dev.ferry.bind;

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
        return component == null || component.getType().equals(type) ? ALLOWED : REFUSED;
    }
}

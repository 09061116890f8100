package dev.ferry.validate;

import org.jspecify.annotations.Nullable;

/** A constraint, or several, that a value keeps or may break. Thread-safe. */
@FunctionalInterface
interface ValueCheck {
    /** Whether the value certainly keeps it; to be believed only where the context was not used. */
    boolean holds(@Nullable Object value, UnheardContext context);
}

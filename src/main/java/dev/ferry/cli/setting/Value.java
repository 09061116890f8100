package dev.ferry.cli.setting;

/**
 * A setting's value and where it comes from.
 *
 * @param value what it means
 * @param entry what was written, and where
 */
public record Value<T>(T value, Entry entry) {
    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return entry.place();
    }
}

package dev.ferry.convert;

import java.util.Locale;

/** What files are written as. */
public enum FileFormat {
    /** JSON: an array, an object by key, or one object, as the section's shape is. */
    JSON,
    /** A header and a row for each record (RFC 4180). */
    CSV,
    /** A JSON value in each line. */
    JSONL;

    /** The extension of its files, with the dot. */
    public String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}

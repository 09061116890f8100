package dev.ferry.write;

import java.util.List;

/**
 * A row of the database, compared with what a source maps to.
 *
 * @param key the values of its primary key as the ledger has them
 * @param differing the columns whose values differ
 * @param digest SHA-256 of the row's mapped values, in lower-case hexadecimal
 */
public record ComparedRow(List<String> key, List<String> differing, String digest) {
    public ComparedRow {
        key = List.copyOf(key);
        differing = List.copyOf(differing);
    }
}

package dev.ferry.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that an undo leaves as they are now, since they drifted.
 *
 * <p>A batch that deleted has nothing to compare with: that a row of its own key is gone, or is there, may have been found
 * by a newer batch, which told of it already.
 */
final class KeptRows {
    private final Map<Key, Set<String>> rows = new HashMap<>();

    private record Key(String table, List<String> columns) {}

    /** Adds a row by its key as {@link TableShape#exactKey} has it. */
    void add(Batch batch, String exactKey) {
        rows.computeIfAbsent(new Key(batch.table(), batch.keyColumns()), key -> new HashSet<>())
                .add(exactKey);
    }

    /** The exact keys of such rows of the batch's table. */
    Set<String> of(Batch batch) {
        return Set.copyOf(rows.getOrDefault(new Key(batch.table(), batch.keyColumns()), Set.of()));
    }
}

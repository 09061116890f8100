package dev.ferry.migration;

import java.util.List;
import java.util.Map;

/**
 * What a rehearsal would have changed in one table.
 *
 * @param entity the table
 * @param inserts the natural keys of the first rows that would be inserted, at most {@link #LISTED}
 * @param updates the first rows that would be updated, at most {@link #LISTED}
 * @param differingColumns how many rows would be updated in each column
 */
public record Preview(String entity, List<String> inserts, List<Change> updates, Map<String, Long> differingColumns) {
    /** The most rows of each kind that a preview lists. */
    public static final int LISTED = 20;

    public Preview {
        inserts = List.copyOf(inserts);
        updates = List.copyOf(updates);
        differingColumns = Map.copyOf(differingColumns);
    }

    /**
     * A row that would be updated.
     *
     * @param key its natural key
     * @param columns the columns whose values differ
     */
    public record Change(String key, List<String> columns) {
        public Change {
            columns = List.copyOf(columns);
        }
    }
}

package dev.ferry.migration;

import dev.ferry.migration.Preview.Change;
import dev.ferry.profile.NaturalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Notes what a step changes, for the preview of a rehearsal. */
final class PreviewNotes {
    private final String entity;
    private final List<String> inserts = new ArrayList<>();
    private final List<Change> updates = new ArrayList<>();
    private final Map<String, Long> differingColumns = new TreeMap<>();

    PreviewNotes(String entity) {
        this.entity = entity;
    }

    void inserted(NaturalKey key) {
        if (inserts.size() < Preview.LISTED) {
            inserts.add(key.toString());
        }
    }

    void updated(NaturalKey key, List<String> columns) {
        if (updates.size() < Preview.LISTED) {
            updates.add(new Change(key.toString(), columns));
        }
        columns.forEach(column -> differingColumns.merge(column, 1L, Long::sum));
    }

    Preview preview() {
        return new Preview(entity, inserts, updates, differingColumns);
    }
}

package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far a run has come: what its steps did. */
final class Passage {
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, PreviewNotes> notes = new LinkedHashMap<>();
    final List<String> differences = new ArrayList<>();
    private String table = "";
    boolean broken;

    /** The counts of a step's table, which other steps may fill too. */
    Tally begin(Step step) {
        table = step.table().name();
        return tallies.computeIfAbsent(table, Tally::new);
    }

    void deleted(Table<?> cleared, long rows) {
        tallies.computeIfAbsent(cleared.name(), Tally::new).deleted = rows;
    }

    PreviewNotes notes(Step step) {
        return notes.computeIfAbsent(step.table().name(), PreviewNotes::new);
    }

    String table() {
        return table;
    }

    List<EntityCount> counts() {
        return tallies.values().stream().map(Tally::count).toList();
    }

    List<EntityCount> countsWithoutRows() {
        return tallies.values().stream().map(Tally::countWithoutRows).toList();
    }

    List<Preview> previews() {
        return notes.values().stream().map(PreviewNotes::preview).toList();
    }
}

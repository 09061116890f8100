package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.profile.Step;
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
    /** The source is broken. */
    boolean broken;
    /** More was rejected than is allowed. */
    boolean stopped;

    /** The counts of a step's table, which other steps may fill too. */
    Tally begin(Step step) {
        table = step.table().name();
        return tallies.computeIfAbsent(table, Tally::new);
    }

    /** Takes over how many rows were taken out of a table. */
    void deleted(EntityCount cleared) {
        tallies.computeIfAbsent(cleared.entity(), Tally::new).deleted = cleared.deleted();
    }

    /** How many records of all tables are rejected so far. */
    long rejected() {
        return tallies.values().stream().mapToLong(tally -> tally.rejected).sum();
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

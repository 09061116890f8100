package dev.ferry.report;

import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.Setup.Cleaning;
import java.util.List;

/** Writes what becomes of reference data that is cleaned, for people. */
final class CleaningText {
    private final AppendableWriter out;
    private final Palette palette;

    CleaningText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    /** @param verdict what the number of rows is said of */
    void write(String verdict, Cleaning cleaning) {
        cleaning.held().forEach(held -> out.line(palette.yellow("stays") + ": " + Visible.text(held.sentence())));
        if (!cleaning.entities().isEmpty()) {
            List<String> lines = CountTable.ofRollback(cleaning.entities()).lines();
            out.line("  " + palette.faint(lines.get(0)));
            lines.subList(1, lines.size()).forEach(line -> out.line("  " + line));
            out.line("");
        }
        long rows = cleaning.entities().stream().mapToLong(EntityCount::deleted).sum();
        out.line(palette.green(verdict + Quantity.count(rows, "row") + " of reference data."));
    }
}

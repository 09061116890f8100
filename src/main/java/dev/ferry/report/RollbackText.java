package dev.ferry.report;

import dev.ferry.ledger.Drift;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackResult;
import java.util.List;

/** Writes what a rollback would take back, or took back, for people. */
final class RollbackText {
    private final AppendableWriter out;
    private final Palette palette;

    RollbackText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void write(RollbackPlan plan) {
        out.line("target: " + Visible.text(plan.target()));
        if (plan.isEmpty()) {
            out.line("There is nothing to take back.");
            return;
        }
        if (!plan.runs().isEmpty()) {
            out.line("");
            out.line(palette.bold(Quantity.count(plan.runs().size(), "run") + " to take back, newest first"));
            List<String> lines = StatusText.table(plan.runs()).lines();
            out.line("  " + palette.faint(lines.get(0)));
            lines.subList(1, lines.size()).forEach(line -> out.line("  " + line));
        }
        if (!plan.changesets().isEmpty()) {
            out.line("");
            out.line(palette.bold(
                    Quantity.count(plan.changesets().size(), "schema changeset") + " to take back, newest first"));
            plan.changesets().forEach(changeset -> out.line("  " + Visible.text(changeset)));
        }
    }

    void write(RollbackResult result) {
        result.drift().forEach(this::write);
        if (result.plan().isEmpty()) {
            out.line("There was nothing to take back.");
            return;
        }
        if (!result.entities().isEmpty()) {
            List<String> lines = CountTable.ofRollback(result.entities()).lines();
            out.line("  " + palette.faint(lines.get(0)));
            lines.subList(1, lines.size()).forEach(line -> out.line("  " + line));
            out.line("");
        }
        out.line(palette.green("Taken back: "
                        + Quantity.count(result.plan().runs().size(), "run") + " and "
                        + Quantity.count(result.plan().changesets().size(), "schema changeset") + ".")
                + palette.faint(" Took " + Quantity.duration(result.durationMillis()) + "."));
    }

    private void write(Drift drift) {
        out.line(palette.yellow("drift") + ": " + Visible.text(drift.sentence()));
    }
}

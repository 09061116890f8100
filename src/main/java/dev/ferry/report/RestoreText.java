package dev.ferry.report;

import dev.ferry.backup.Manifest;
import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.RestorePlan;
import dev.ferry.migration.RestoreResult;
import dev.ferry.report.Table.Column;
import java.util.List;

/** Writes what a restore would do, or did, for people. */
final class RestoreText {
    private final AppendableWriter out;
    private final Palette palette;

    RestoreText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void write(RestorePlan plan) {
        Manifest manifest = plan.backup().manifest();
        out.line("target: " + Visible.text(plan.target()) + ", schema " + Visible.text(plan.schema()));
        out.line("backup: " + Visible.text(plan.backup().file().toString()));
        out.line("  of " + BackupText.created(manifest)
                + manifest.tag().map(tag -> ", tag " + Visible.text(tag)).orElse("")
                + ", schema " + Visible.text(manifest.schema()) + " of " + Visible.text(manifest.origin()));
        out.line("");
        List<String> lines = new Table(
                        List.of(Column.words("table"), Column.number("rows now"), Column.number("in the backup")),
                        plan.tables().stream()
                                .map(table -> List.of(
                                        Visible.text(table.table()),
                                        Quantity.count(table.now()),
                                        Quantity.count(table.saved())))
                                .toList())
                .lines();
        out.line("  " + palette.faint(lines.get(0)));
        lines.subList(1, lines.size()).forEach(line -> out.line("  " + line));
        out.line("");
        out.line(palette.bold("The rows of these tables are replaced by those of the backup; a rollback of the restore"
                + " brings them back."));
    }

    void write(RestoreResult result) {
        List<String> lines = CountTable.ofRestore(result.entities()).lines();
        out.line("  " + palette.faint(lines.get(0)));
        lines.subList(1, lines.size()).forEach(line -> out.line("  " + line));
        out.line("");
        long inserted =
                result.entities().stream().mapToLong(EntityCount::inserted).sum();
        long deleted =
                result.entities().stream().mapToLong(EntityCount::deleted).sum();
        String took = palette.faint(" Took " + Quantity.duration(result.durationMillis()) + ".");
        if (inserted + deleted == 0) {
            out.line(palette.green("Restored: every row was as in the backup already; nothing was written.") + took);
            return;
        }
        out.line(palette.green("Restored: " + Quantity.count(inserted, "row") + " put in, " + Quantity.count(deleted)
                        + " taken out, as run " + result.run() + ".")
                + took);
        out.line(palette.bold("next") + ": to take this back: rollback -p "
                + Visible.text(result.plan().backup().manifest().profile())
                + schema(result.plan()) + " --run " + result.run());
    }

    private static String schema(RestorePlan plan) {
        return plan.schema().equals(plan.backup().manifest().profile())
                ? ""
                : " --schema " + Visible.text(plan.schema());
    }
}

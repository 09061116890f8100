package dev.ferry.report;

import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.Preview;
import dev.ferry.migration.Summary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a run's result for people: what is wrong, what was done, how it ended, what to do next. */
final class MigrationText {
    private final AppendableWriter out;
    private final Palette palette;

    MigrationText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    /** Writes the result with the first places of violations that are alike. */
    void writeSamples(Command command, MigrationResult result) {
        new ViolationText(out, palette).writeSamples(result.summary().report());
        writeRest(command, result);
    }

    /** Writes the result with every violation. */
    void writeAll(Command command, MigrationResult result) {
        new ViolationText(out, palette).writeAll(result.summary().report());
        writeRest(command, result);
    }

    // The sum comes last: on a terminal the end is what one sees.
    private void writeRest(Command command, MigrationResult result) {
        Summary summary = result.summary();
        ViolationText violations = new ViolationText(out, palette);
        summary.report().warnings().forEach(violations::write);
        if (result instanceof MigrationResult.Mismatched mismatched) {
            mismatched
                    .differences()
                    .forEach(difference ->
                            out.line(palette.red("difference") + palette.bold(": " + Visible.text(difference))));
            out.line("");
        }
        writeCounts(command, summary);
        if (result instanceof MigrationResult.Rehearsed rehearsed) {
            rehearsed.previews().forEach(this::write);
        }
        writeVerdict(Verdict.of(command, result), summary);
    }

    private void writeCounts(Command command, Summary summary) {
        out.line(palette.bold(Visible.text(summary.profile()))
                + (summary.run() == null ? "" : ", run " + Visible.text(summary.run()))
                + (summary.tag() == null ? "" : ", tag " + Visible.text(summary.tag())));
        if (!summary.target().isEmpty()) {
            out.line("target: " + Visible.text(summary.target()));
        }
        summary.backup()
                .ifPresent(backup ->
                        out.line("backup: " + Visible.text(backup.file().toString())));
        out.line("");
        List<String> lines = (command == Command.VALIDATE
                        ? CountTable.ofCheck(summary.entities())
                        : CountTable.ofRun(summary.entities()))
                .lines();
        out.line("  " + palette.faint(lines.get(0)));
        lines.subList(1, lines.size()).forEach(line -> out.line("  " + line));
        out.line("");
    }

    private void write(Preview preview) {
        if (preview.inserts().isEmpty() && preview.updates().isEmpty()) {
            return;
        }
        out.line(palette.bold("would change in " + Visible.text(preview.entity())));
        preview.inserts().forEach(key -> out.line("  " + palette.green("+") + " " + Visible.text(key)));
        if (preview.inserts().size() == Preview.LISTED) {
            out.line("  … the first " + Preview.LISTED + " rows that would be inserted");
        }
        preview.updates()
                .forEach(change -> out.line("  " + palette.yellow("~") + " " + Visible.text(change.key()) + ": "
                        + Visible.text(String.join(", ", change.columns()))));
        if (preview.updates().size() == Preview.LISTED) {
            out.line("  … the first " + Preview.LISTED + " rows that would be updated");
        }
        if (!preview.differingColumns().isEmpty()) {
            out.line("  differing columns: " + differing(preview.differingColumns()));
        }
        out.line("");
    }

    /** The columns that differ most often first. */
    static String differing(Map<String, Long> columns) {
        return columns.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(column -> Visible.text(column.getKey()) + " in " + Quantity.count(column.getValue(), "row"))
                .collect(Collectors.joining(", "));
    }

    private void writeVerdict(Verdict verdict, Summary summary) {
        String headline = switch (verdict.tone()) {
            case GOOD -> palette.green(verdict.headline());
            case MIXED -> palette.yellow(verdict.headline());
            case BAD -> palette.red(verdict.headline());
        };
        out.line(headline);
        out.line(palette.faint(Verdict.measures(summary)));
        verdict.next().forEach(step -> out.line(palette.bold("next") + ": " + step));
    }
}

package dev.ferry.report;

import dev.ferry.migration.Preview;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the result of a run or a verification for people: what is wrong, what was done, how it ended, what to do next. */
final class MigrationText {
    private final AppendableWriter out;
    private final Palette palette;

    MigrationText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    /** Writes the result with the first places of violations that are alike. */
    void writeSamples(Outcome outcome) {
        new ViolationText(out, palette).writeSamples(outcome.report());
        writeRest(outcome);
    }

    /** Writes the result with every violation. */
    void writeAll(Outcome outcome) {
        new ViolationText(out, palette).writeAll(outcome.report());
        writeRest(outcome);
    }

    // The sum comes last: on a terminal the end is what one sees.
    private void writeRest(Outcome outcome) {
        ViolationText violations = new ViolationText(out, palette);
        outcome.report().warnings().forEach(violations::write);
        if (!outcome.differences().isEmpty()) {
            outcome.differences()
                    .forEach(difference ->
                            out.line(palette.red("difference") + palette.bold(": " + Visible.text(difference))));
            out.line("");
        }
        writeCounts(outcome);
        outcome.previews().forEach(this::write);
        writeVerdict(outcome);
    }

    private void writeCounts(Outcome outcome) {
        out.line(palette.bold(Visible.text(outcome.profile()))
                + (outcome.run() == null ? "" : ", run " + Visible.text(outcome.run()))
                + (outcome.tag() == null ? "" : ", tag " + Visible.text(outcome.tag())));
        if (!outcome.target().isEmpty()) {
            out.line("target: " + Visible.text(outcome.target()));
        }
        outcome.backup()
                .ifPresent(backup ->
                        out.line("backup: " + Visible.text(backup.file().toString())));
        out.line("");
        List<String> lines = outcome.counts().lines();
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

    private void writeVerdict(Outcome outcome) {
        Verdict verdict = outcome.verdict();
        String headline = switch (verdict.tone()) {
            case GOOD -> palette.green(verdict.headline());
            case MIXED -> palette.yellow(verdict.headline());
            case BAD -> palette.red(verdict.headline());
        };
        out.line(headline);
        out.line(palette.faint(outcome.measures()));
        verdict.next().forEach(step -> out.line(palette.bold("next") + ": " + step));
    }
}

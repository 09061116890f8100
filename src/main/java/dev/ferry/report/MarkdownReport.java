package dev.ferry.report;

import dev.ferry.migration.Preview;
import dev.ferry.report.LikeViolations.Group;
import dev.ferry.report.Table.Column;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report as GitHub Flavored Markdown: for an issue, a pull request or a wiki. */
final class MarkdownReport {
    private final AppendableWriter out;

    MarkdownReport(Appendable out) {
        this.out = new AppendableWriter(out);
    }

    void write(Outcome outcome) {
        out.line("# Ferry " + outcome.command().word() + ": " + MarkdownText.of(outcome.profile()));
        out.line("");
        out.line("**" + MarkdownText.of(outcome.verdict().headline()) + "** " + MarkdownText.of(outcome.measures()));
        out.line("");
        writeFacts(outcome);
        outcome.verdict().next().forEach(step -> out.line("- Next: " + MarkdownText.of(step)));
        out.line("");
        writeTable(outcome.counts());
        if (!outcome.differences().isEmpty()) {
            out.line("## Differences");
            out.line("");
            outcome.differences().forEach(difference -> out.line("- " + MarkdownText.of(difference)));
            out.line("");
        }
        outcome.previews().forEach(this::writePreview);
        writeViolations(outcome.report());
        writeWarnings(outcome.report().warnings());
    }

    private void writeFacts(Outcome outcome) {
        if (!outcome.target().isEmpty()) {
            out.line("- Target: " + MarkdownText.of(outcome.target()));
        }
        if (outcome.run() != null) {
            out.line("- Run: " + MarkdownText.code(outcome.run()));
        }
        if (outcome.tag() != null) {
            out.line("- Tag: " + MarkdownText.code(outcome.tag()));
        }
    }

    private void writeViolations(ConstraintReport report) {
        if (report.violationCount() == 0) {
            return;
        }
        out.line("## Violations (" + Quantity.count(report.violationCount()) + ")");
        out.line("");
        LikeViolations violations = new LikeViolations(report);
        for (Group group : violations.groups()) {
            Violation first = group.first();
            out.line("### " + MarkdownText.of(first.constraint()) + ": " + MarkdownText.of(group.title()));
            out.line("");
            out.line(Quantity.count(group.count(), "place") + " in "
                    + MarkdownText.code(first.position().file()) + ", table " + MarkdownText.code(first.entity()) + ". "
                    + MarkdownText.of(
                            group.help().explanation() + " " + group.help().fix()));
            out.line("");
            out.line("| Place | Record | Field | Value | Message |");
            out.line("| --- | --- | --- | --- | --- |");
            violations.forEach(group, this::writeRow);
            out.line("");
        }
    }

    private void writeRow(Violation violation) {
        out.line("| " + MarkdownText.code(Place.of(violation.position())) + "<br>"
                + MarkdownText.code(Place.pointer(violation.position())) + " | " + MarkdownText.code(violation.id())
                + " | "
                + MarkdownText.code(violation.field()) + " | " + MarkdownText.code(violation.value()) + " | "
                + MarkdownText.of(violation.message()) + " |");
    }

    private void writeWarnings(List<Warning> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        out.line("## Warnings (" + Quantity.count(warnings.size()) + ")");
        out.line("");
        out.line("| Rule | Table | Field | Count | First place | Message |");
        out.line("| --- | --- | --- | ---: | --- | --- |");
        warnings.forEach(warning -> out.line("| " + MarkdownText.of(warning.rule()) + " | "
                + MarkdownText.code(warning.entity()) + " | " + MarkdownText.code(warning.field()) + " | "
                + Quantity.count(warning.count()) + " | " + MarkdownText.code(Place.of(warning)) + " | "
                + MarkdownText.of(warning.message()) + " |"));
        out.line("");
    }

    private void writePreview(Preview preview) {
        out.line("## Would change in " + MarkdownText.code(preview.entity()));
        out.line("");
        if (!preview.differingColumns().isEmpty()) {
            out.line("Differing columns: " + MarkdownText.of(MigrationText.differing(preview.differingColumns())));
            out.line("");
        }
        out.line("| Row | Change |");
        out.line("| --- | --- |");
        preview.inserts().forEach(key -> out.line("| " + MarkdownText.code(key) + " | inserted |"));
        preview.updates()
                .forEach(change -> out.line("| " + MarkdownText.code(change.key()) + " | updated: "
                        + MarkdownText.of(String.join(", ", change.columns())) + " |"));
        out.line("");
    }

    private void writeTable(Table table) {
        out.line(row(table.columns().stream().map(Column::title).toList()));
        out.line(row(table.columns().stream()
                .map(column -> column.holdsNumbers() ? "---:" : "---")
                .toList()));
        table.rows()
                .forEach(row -> out.line(row(row.stream().map(MarkdownText::of).toList())));
        out.line("");
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}

package dev.ferry.report;

import dev.ferry.migration.Analysis;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an analysis as Markdown. */
final class AnalysisMarkdown {
    private final AppendableWriter out;

    AnalysisMarkdown(Appendable out) {
        this.out = new AppendableWriter(out);
    }

    void write(Analysis analysis) {
        out.line("# Analysis of profile " + MarkdownText.of(analysis.profile()));
        out.line("");
        out.line("- Source: " + MarkdownText.of(analysis.source()));
        out.line("- Target: " + MarkdownText.of(analysis.target()));
        AnalysisBlock.ofSource(analysis).forEach(this::write);
        AnalysisBlock.ofTarget(analysis).forEach(this::write);
        AnalysisBlock.ofCounts(analysis).forEach(this::write);
        if (!analysis.proposals().isEmpty()) {
            out.line("");
            out.line("## " + AnalysisText.PROPOSED);
            out.line("");
            // Indented code needs no fence, which a name might close.
            analysis.proposals().forEach(line -> out.line("    " + Visible.text(line)));
        }
        out.flush();
    }

    private void write(AnalysisBlock block) {
        out.line("");
        out.line("## " + MarkdownText.of(block.heading()));
        if (!block.note().isEmpty()) {
            out.line("");
            out.line(MarkdownText.of(block.note()));
        }
        if (!block.table().rows().isEmpty()) {
            out.line("");
            row(block.table().columns().stream().map(Table.Column::title).toList());
            row(block.table().columns().stream()
                    .map(column -> column.holdsNumbers() ? "--:" : "---")
                    .toList());
            block.table()
                    .rows()
                    .forEach(row -> row(row.stream().map(MarkdownText::of).toList()));
        }
    }

    private void row(List<String> cells) {
        out.line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }
}

package dev.ferry.report;

import dev.ferry.migration.Analysis;
import java.util.List;

/** Writes an analysis for people at a terminal: the source, the target, and the settings that would join them. */
final class AnalysisText {
    static final String PROPOSED = "Proposed for ferry.properties";

    private final AppendableWriter out;
    private final Palette palette;

    AnalysisText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void write(Analysis analysis) {
        out.line("source: " + Visible.text(analysis.source()));
        out.line("target: " + Visible.text(analysis.target()));
        AnalysisBlock.ofSource(analysis).forEach(this::write);
        AnalysisBlock.ofTarget(analysis).forEach(this::write);
        AnalysisBlock.ofCounts(analysis).forEach(this::write);
        if (!analysis.proposals().isEmpty()) {
            out.line("");
            out.line(palette.bold(PROPOSED));
            analysis.proposals().forEach(line -> out.line(Visible.text(line)));
        }
    }

    private void write(AnalysisBlock block) {
        out.line("");
        out.line(palette.bold(Visible.text(block.heading())));
        if (!block.table().rows().isEmpty()) {
            List<String> lines = block.table().lines();
            out.line("  " + palette.faint(lines.get(0)));
            lines.subList(1, lines.size()).forEach(line -> out.line("  " + line));
        }
        if (!block.note().isEmpty()) {
            out.line("  " + palette.yellow(Visible.text(block.note())));
        }
    }
}

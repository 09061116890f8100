package dev.ferry.report;

import com.samskivert.mustache.Template;
import dev.ferry.migration.Analysis;
import java.util.List;
import java.util.Map;

/** Writes an analysis as one HTML file that needs nothing else, source and target side by side. */
final class AnalysisHtml {
    private static final Template TEMPLATE = HtmlTemplate.of("analysis.html.mustache");

    private AnalysisHtml() {}

    static void write(Appendable out, Analysis analysis) {
        AppendableWriter writer = new AppendableWriter(out);
        TEMPLATE.execute(
                Map.of(
                        "profile", analysis.profile(),
                        "source", analysis.source(),
                        "target", analysis.target(),
                        "sections", blocks(AnalysisBlock.ofSource(analysis)),
                        "tables", blocks(AnalysisBlock.ofTarget(analysis)),
                        "counts", blocks(AnalysisBlock.ofCounts(analysis)),
                        "anyProposal", !analysis.proposals().isEmpty(),
                        "proposals", analysis.proposals()),
                writer);
        writer.flush();
    }

    private static List<Map<String, Object>> blocks(List<AnalysisBlock> blocks) {
        return blocks.stream()
                .map(block -> Map.<String, Object>of(
                        "heading", block.heading(),
                        "note", block.note(),
                        "any", !block.table().rows().isEmpty(),
                        "columns",
                                block.table().columns().stream()
                                        .map(Table.Column::title)
                                        .toList(),
                        "rows", block.table().rows()))
                .toList();
    }
}

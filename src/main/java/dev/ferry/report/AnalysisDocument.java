package dev.ferry.report;

import dev.ferry.migration.Analysis;
import dev.ferry.report.JsonOutput.Layout;
import java.util.OptionalLong;

/** Writes an analysis as JSON. */
final class AnalysisDocument {
    private final JsonOutput json;

    private AnalysisDocument(JsonOutput json) {
        this.json = json;
    }

    static void write(Appendable out, Layout layout, Analysis analysis) {
        JsonDocuments.write(out, layout, Command.ANALYZE, json -> new AnalysisDocument(json).write(analysis));
    }

    private void write(Analysis analysis) {
        json.text("profile", analysis.profile())
                .text("source", analysis.source())
                .text("target", analysis.target())
                .array(
                        "sections",
                        analysis.sections(),
                        section -> json.text("section", section.name())
                                .textOrNull("place", section.place())
                                .number("records", section.records())
                                .array(
                                        "fields",
                                        section.fields(),
                                        field -> json.text("name", field.name())
                                                .text("type", field.type())
                                                .textOrNull("readAs", field.readAs()))
                                .texts("missing", section.missing()))
                .array("tables", analysis.tables(), table -> {
                    json.text("table", table.name()).numberOrNull("rows", table.rows());
                    json.array(
                            "columns",
                            table.columns(),
                            column -> json.text("name", column.name()).text("type", column.type()));
                })
                .texts("proposals", analysis.proposals())
                .array("counts", analysis.counts(), count -> {
                    OptionalLong target = count.target();
                    json.text("entity", count.entity())
                            .number("source", count.source())
                            .number("leftOut", count.leftOut())
                            .numberOrNull("target", target)
                            .numberOrNull("difference", count.difference());
                });
    }
}

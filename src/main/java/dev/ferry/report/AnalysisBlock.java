package dev.ferry.report;

import dev.ferry.migration.Analysis;
import dev.ferry.migration.Analysis.AnalyzedSection;
import dev.ferry.migration.Analysis.AnalyzedTable;
import dev.ferry.migration.Analysis.Comparison;
import dev.ferry.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A part of an analysis, in whatever format it is then written.
 *
 * @param heading what it is about
 * @param note what there is to say of it, or empty
 * @param table what it has
 */
record AnalysisBlock(String heading, String note, Table table) {
    /** What the source has, a block for each section. */
    static List<AnalysisBlock> ofSource(Analysis analysis) {
        return analysis.sections().stream().map(AnalysisBlock::of).toList();
    }

    /** What the target has, a block for each table. */
    static List<AnalysisBlock> ofTarget(Analysis analysis) {
        return analysis.tables().stream().map(AnalysisBlock::of).toList();
    }

    /** The counts, where they were asked for. */
    static List<AnalysisBlock> ofCounts(Analysis analysis) {
        if (analysis.counts().isEmpty()) {
            return List.of();
        }
        List<Column> columns = List.of(
                Column.words("entity"),
                Column.number("source"),
                Column.number("left out"),
                Column.number("target"),
                Column.number("difference"));
        return List.of(new AnalysisBlock(
                "Counts",
                "left out is what the source holds for deleted and what hangs on it; the difference is what the target lacks",
                new Table(
                        columns,
                        analysis.counts().stream().map(AnalysisBlock::row).toList())));
    }

    private static AnalysisBlock of(AnalyzedSection section) {
        String heading = "Section " + section.name() + ": "
                + section.place()
                        .map(place -> Quantity.count(section.records()) + " in " + place)
                        .orElse("nothing in the source");
        List<String> notes = new ArrayList<>();
        long unread = section.fields().stream()
                .filter(field -> field.readAs().isEmpty())
                .count();
        if (unread > 0) {
            notes.add(Quantity.count(unread) + " that no field reads");
        }
        if (section.place().isPresent() && !section.missing().isEmpty()) {
            notes.add("fields that the source does not have: " + String.join(", ", section.missing()));
        }
        return new AnalysisBlock(
                heading,
                String.join("; ", notes),
                new Table(
                        List.of(Column.words("source"), Column.words("type"), Column.words("read as")),
                        section.fields().stream()
                                .map(field -> List.of(
                                        Visible.text(field.name()),
                                        Visible.text(field.type()),
                                        field.readAs().orElse("-")))
                                .toList()));
    }

    private static AnalysisBlock of(AnalyzedTable table) {
        return new AnalysisBlock(
                "Table " + table.name() + ": " + rows(table.rows()),
                "",
                new Table(
                        List.of(Column.words("column"), Column.words("type")),
                        table.columns().stream()
                                .map(column -> List.of(Visible.text(column.name()), Visible.text(column.type())))
                                .toList()));
    }

    private static String rows(OptionalLong rows) {
        if (rows.isEmpty()) {
            return "not there yet";
        }
        return Quantity.count(rows.getAsLong()) + (rows.getAsLong() == 1 ? " row" : " rows");
    }

    private static List<String> row(Comparison count) {
        return List.of(
                Visible.text(count.entity()),
                Quantity.count(count.source()),
                Quantity.count(count.leftOut()),
                count(count.target()),
                count(count.difference()));
    }

    private static String count(OptionalLong count) {
        return count.isPresent() ? Quantity.count(count.getAsLong()) : "-";
    }
}

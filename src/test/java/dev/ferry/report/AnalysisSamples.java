package dev.ferry.report;

import dev.ferry.migration.Analysis;
import dev.ferry.migration.Analysis.AnalyzedColumn;
import dev.ferry.migration.Analysis.AnalyzedField;
import dev.ferry.migration.Analysis.AnalyzedSection;
import dev.ferry.migration.Analysis.AnalyzedTable;
import dev.ferry.migration.Analysis.Comparison;
import dev.ferry.redaction.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An analysis with something of everything, hostile names included. */
final class AnalysisSamples {
    private AnalysisSamples() {}

    static Analysis analysis() {
        return new Analysis(
                "school",
                "PostgreSQL at v1.example.org:5432, database v1, user reader",
                "PostgreSQL 18.1 at localhost:5432, database v2, user app, schema school",
                List.of(
                        new AnalyzedSection(
                                "Teacher",
                                Optional.of("table \"Teacher\""),
                                5_000,
                                List.of(
                                        new AnalyzedField("id", "text", Optional.of("id")),
                                        new AnalyzedField("subjects", "text[]", Optional.of("subjects")),
                                        new AnalyzedField("first_name", "character varying", Optional.empty()),
                                        new AnalyzedField("<b>|\u001b[31m", "text", Optional.empty())),
                                List.of("firstName")),
                        new AnalyzedSection("Streams", Optional.empty(), 0, List.of(), List.of("id", "stream"))),
                List.of(
                        new AnalyzedTable(
                                "teachers",
                                OptionalLong.of(1),
                                List.of(
                                        new AnalyzedColumn("id", "bigint"),
                                        new AnalyzedColumn("qualification", "character varying(255)"))),
                        new AnalyzedTable("streams", OptionalLong.empty(), List.of())),
                List.of("columns.Teacher.firstName=first_name", "tables.Streams=stream"),
                List.of(
                        new Comparison("teachers", 5_000, 12, OptionalLong.of(1)),
                        new Comparison("streams", 0, 0, OptionalLong.empty())));
    }

    static String file(String extension) {
        try {
            Path folder = Files.createTempDirectory("ferry-analysis");
            Path file = folder.resolve("analysis." + extension);
            try {
                Reports.write(file, analysis(), new Redactor());
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

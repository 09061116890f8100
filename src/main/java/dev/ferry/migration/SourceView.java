package dev.ferry.migration;

import dev.ferry.migration.Analysis.AnalyzedField;
import dev.ferry.migration.Analysis.AnalyzedSection;
import dev.ferry.source.FieldKinds;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.SourceDatabase;
import dev.ferry.source.SourceTable;
import dev.ferry.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a source has, seen through a profile; also of one that lacks a part, which no run would take. */
final class SourceView implements AutoCloseable {
    private final Source source;
    private final List<AnalyzedSection> sections;
    private final List<SourceTable> tables;

    private SourceView(Source source, List<AnalyzedSection> sections, List<SourceTable> tables) {
        this.source = source;
        this.sections = sections;
        this.tables = tables;
    }

    static SourceView of(MigrationOptions options, RecordFields fields) {
        return options.database()
                .map(database -> ofDatabase(SourceDatabase.open(new SourceConnection(database)), options, fields))
                .orElseGet(() -> ofFiles(options, fields));
    }

    private static SourceView ofDatabase(SourceDatabase database, MigrationOptions options, RecordFields fields) {
        try {
            List<AnalyzedSection> sections = new ArrayList<>();
            List<Section> found = new ArrayList<>();
            for (Section section : options.profile().sections()) {
                Optional<SourceTable> table = section.shape() == Section.Shape.KEYED
                        ? Optional.empty()
                        : database.table(section, options.sourceNames());
                table.ifPresent(any -> found.add(section));
                sections.add(table.map(known -> section(section, known, database, options, fields.of(section)))
                        .orElseGet(() -> new AnalyzedSection(
                                section.name(), Optional.empty(), 0, List.of(), List.copyOf(fields.of(section)))));
            }
            Source source = database.source(found, options.sourceNames(), Map.of(), options.limits());
            return new SourceView(source, sections, database.tables());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static AnalyzedSection section(
            Section section, SourceTable table, SourceDatabase database, MigrationOptions options, Set<String> wanted) {
        Map<String, String> readAs = database.fields(table, section, options.sourceNames());
        List<AnalyzedField> columns = table.columns().stream()
                .map(column -> new AnalyzedField(
                        column.name(),
                        column.type(),
                        Optional.ofNullable(readAs.get(column.name())).filter(wanted::contains)))
                .toList();
        return new AnalyzedSection(
                section.name(), Optional.of(table.title()), database.count(table), columns, missing(wanted, columns));
    }

    private static SourceView ofFiles(MigrationOptions options, RecordFields fields) {
        Source source = Sources.open(options.source(), options.profile().sections(), options.limits());
        try {
            List<AnalyzedSection> sections = options.profile().sections().stream()
                    .map(section -> section(section, source, fields.of(section)))
                    .toList();
            return new SourceView(source, sections, List.of());
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static AnalyzedSection section(Section section, Source source, Set<String> wanted) {
        FieldKinds kinds = new FieldKinds();
        Optional<String> place = Optional.empty();
        try (Stream<RawRecord> records = source.records(section)) {
            for (RawRecord record : (Iterable<RawRecord>) records::iterator) {
                if (kinds.records() == 0) {
                    place = Optional.of(record.position().file());
                }
                kinds.add(record);
            }
        }
        List<AnalyzedField> found = kinds.types().entrySet().stream()
                .map(e -> new AnalyzedField(
                        e.getKey(), e.getValue(), Optional.of(e.getKey()).filter(wanted::contains)))
                .toList();
        return new AnalyzedSection(section.name(), place, kinds.records(), found, missing(wanted, found));
    }

    private static List<String> missing(Set<String> wanted, List<AnalyzedField> fields) {
        return wanted.stream()
                .filter(field ->
                        fields.stream().noneMatch(known -> known.readAs().equals(Optional.of(field))))
                .toList();
    }

    Source source() {
        return source;
    }

    List<AnalyzedSection> sections() {
        return sections;
    }

    /** The tables of a source that is a database, none of one that is not. */
    List<SourceTable> tables() {
        return tables;
    }

    @Override
    public void close() {
        source.close();
    }
}

package dev.ferry.migration;

import dev.ferry.migration.Analysis.AnalyzedField;
import dev.ferry.migration.Analysis.AnalyzedSection;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.source.Likeness;
import dev.ferry.source.Section;
import dev.ferry.source.SourceTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Proposes settings for tables and columns that a database seems to have under other names. */
final class Proposals {
    private final Profile profile;
    private final List<SourceTable> tables;
    private final Set<String> taken;
    private final List<String> lines = new ArrayList<>();

    private Proposals(Profile profile, SourceView view) {
        this.profile = profile;
        this.tables = view.tables();
        this.taken = view.sections().stream()
                .flatMap(section -> section.place().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The lines, ready for {@code ferry.properties}. */
    static List<String> of(Profile profile, SourceView view) {
        Proposals proposals = new Proposals(profile, view);
        for (int i = 0; i < view.sections().size(); i++) {
            proposals.add(profile.sections().get(i), view.sections().get(i));
        }
        return proposals.lines;
    }

    private void add(Section section, AnalyzedSection analyzed) {
        if (analyzed.place().isPresent()) {
            columns(
                    section,
                    analyzed.missing(),
                    analyzed.fields().stream()
                            .filter(field -> field.readAs().isEmpty())
                            .map(AnalyzedField::name)
                            .toList());
        } else if (section.shape() != Section.Shape.KEYED) {
            table(section, analyzed.missing()).ifPresent(table -> {
                taken.add(table.title());
                String schema = table.inPath() ? "" : table.schema() + ".";
                lines.add("tables." + section.name() + "=" + escaped(schema + table.name()));
                List<String> names =
                        table.columns().stream().map(SourceTable.Column::name).toList();
                List<String> missing = analyzed.missing().stream()
                        .filter(field -> !names.contains(field))
                        .toList();
                columns(
                        section,
                        missing,
                        names.stream()
                                .filter(name -> !analyzed.missing().contains(name))
                                .toList());
            });
        }
    }

    /** Those of the search path first. */
    private Optional<SourceTable> table(Section section, List<String> fields) {
        Set<String> wanted = new LinkedHashSet<>(section.names());
        for (Step step : profile.steps()) {
            for (Reading<?, ?> reading : step.readings()) {
                if (reading.section().equals(section)) {
                    reading.table().ifPresent(wanted::add);
                }
            }
        }
        List<SourceTable> free =
                tables.stream().filter(table -> !taken.contains(table.title())).toList();
        return nearest(wanted, free.stream().filter(SourceTable::inPath).toList())
                .or(() -> nearest(
                        wanted, free.stream().filter(table -> !table.inPath()).toList()))
                .or(() -> byColumns(fields, free));
    }

    /** The one table most of whose columns, at least three, are called as the section's fields are. */
    private static Optional<SourceTable> byColumns(List<String> fields, List<SourceTable> tables) {
        Set<String> wanted = fields.stream().map(Likeness::plain).collect(Collectors.toSet());
        Map<Long, List<SourceTable>> byCount = tables.stream()
                .filter(table ->
                        known(table, wanted) >= Math.max(3, table.columns().size() / 2 + 1))
                .collect(Collectors.groupingBy(table -> known(table, wanted), TreeMap::new, Collectors.toList()));
        return byCount.values().stream()
                .reduce((fewer, more) -> more)
                .filter(best -> best.size() == 1)
                .map(best -> best.get(0));
    }

    private static long known(SourceTable table, Set<String> wanted) {
        return table.columns().stream()
                .filter(column -> wanted.contains(Likeness.plain(column.name())))
                .count();
    }

    private static Optional<SourceTable> nearest(Set<String> wanted, List<SourceTable> tables) {
        return Likeness.nearest(wanted, tables.stream().map(SourceTable::name).toList())
                .flatMap(name -> tables.stream()
                        .filter(table -> table.name().equals(name))
                        .findFirst());
    }

    private void columns(Section section, List<String> missing, List<String> unread) {
        List<String> free = new ArrayList<>(unread);
        for (String field : missing) {
            Likeness.nearest(List.of(field), free).ifPresent(column -> {
                free.remove(column);
                lines.add("columns." + section.name() + "." + field + "=" + escaped(column));
            });
        }
    }

    /** A backslash begins an escape in such files; spaces at the beginning would be left out. */
    private static String escaped(String name) {
        String escaped = name.replace("\\", "\\\\");
        return escaped.startsWith(" ") ? "\\" + escaped : escaped;
    }
}

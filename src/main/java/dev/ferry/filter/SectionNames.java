package dev.ferry.filter;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The names by which users call the sections of a profile: their own, and those of the tables that they stand for. */
final class SectionNames {
    private final Map<String, Set<Section>> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Set<Section>> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> known = new LinkedHashSet<>();

    SectionNames(Profile profile) {
        Map<Section, String> tableOf = new LinkedHashMap<>();
        for (Step step : profile.steps()) {
            for (Reading<?, ?> reading : step.readings()) {
                reading.section().names().forEach(name -> add(own, name, reading.section()));
                known.add(reading.section().name());
                if (step instanceof EntityStep<?, ?>) {
                    tableOf.putIfAbsent(
                            reading.section(),
                            reading.table().orElse(step.table().name()));
                }
            }
        }
        tableOf.forEach((section, table) -> {
            add(tables, table, section);
            known.add(table);
        });
    }

    private static void add(Map<String, Set<Section>> names, String name, Section section) {
        names.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(section);
    }

    /** The sections that a user calls so, whatever the case; a section's own name counts before a table's. */
    Set<Section> called(String name) {
        return own.getOrDefault(name, tables.getOrDefault(name, Set.of()));
    }

    /** Every name to offer. */
    List<String> known() {
        return List.copyOf(known);
    }
}

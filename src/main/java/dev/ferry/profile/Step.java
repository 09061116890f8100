package dev.ferry.profile;

import dev.ferry.source.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills one table. A profile lists its steps in foreign-key order: each refers only to tables of earlier steps. */
public sealed interface Step permits EntityStep, AggregateStep, DefaultStep, ReferenceStep {
    /** The table that it fills; several steps may fill one. */
    Table<?> table();

    /** The tables that steps fill, each once by its name, in the steps' order. */
    static List<Table<?>> tables(List<Step> steps) {
        Map<String, Table<?>> byName = new LinkedHashMap<>();
        steps.forEach(step -> byName.putIfAbsent(step.table().name(), step.table()));
        return List.copyOf(byName.values());
    }

    /** What it reads, in order. */
    List<Reading<?, ?>> readings();

    /** The sections that it reads, in order. */
    default List<Section> sections() {
        return readings().stream().<Section>map(Reading::section).toList();
    }
}

package dev.ferry.profile;

import dev.ferry.source.Section;
import java.util.List;

/** Fills one table. A profile lists its steps in foreign-key order: each refers only to tables of earlier steps. */
public sealed interface Step permits EntityStep, AggregateStep, DefaultStep {
    /** The table that it fills; several steps may fill one. */
    Table<?> table();

    /** What it reads, in order. */
    List<Reading<?, ?>> readings();

    /** The sections that it reads, in order. */
    default List<Section> sections() {
        return readings().stream().<Section>map(Reading::section).toList();
    }
}

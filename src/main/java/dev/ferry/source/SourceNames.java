package dev.ferry.source;

import java.util.Map;

/**
 * The names that a database gives to what a profile calls otherwise.
 *
 * @param tables the table of a section, by the section's name
 * @param columns the column of a field, by the section's name and the field's
 */
public record SourceNames(Map<String, String> tables, Map<String, Map<String, String>> columns) {
    /** Every name as the profile has it. */
    public static final SourceNames OWN = new SourceNames(Map.of(), Map.of());

    /** Copies the maps. */
    public SourceNames {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
    }
}

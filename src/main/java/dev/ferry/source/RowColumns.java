package dev.ferry.source;

import dev.ferry.failure.UsageException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which column of a table each field of a section is read from.
 *
 * @param columns the columns by the name of the field that each becomes, in the table's order
 */
record RowColumns(SourceTable table, Map<String, SourceTable.Column> columns) {
    /** A column that no setting names is the field of its own name; one that hides behind a configured field is left out. */
    static RowColumns of(SourceTable table, Section section, SourceNames names) {
        Map<String, String> configured = names.columns().getOrDefault(section.name(), Map.of());
        Map<String, String> fields = new HashMap<>();
        configured.forEach((field, name) -> {
            if (table.column(name).isEmpty()) {
                throw new UsageException(
                        table.title() + " has no column " + name + " for field " + field + "; it has "
                                + table.columns().stream()
                                        .map(SourceTable.Column::name)
                                        .collect(Collectors.joining(", ")),
                        "mend columns." + section.name() + "." + field + " in ferry.properties");
            }
            fields.put(name, field);
        });
        Map<String, SourceTable.Column> columns = new LinkedHashMap<>();
        for (SourceTable.Column column : table.columns()) {
            String field = fields.getOrDefault(column.name(), column.name());
            if (fields.containsKey(column.name()) || !configured.containsKey(field)) {
                columns.put(field, column);
            }
        }
        return new RowColumns(table, columns);
    }

    /** The column of a field. */
    Optional<SourceTable.Column> column(String field) {
        return Optional.ofNullable(columns.get(field));
    }

    /** The same for the field as a condition has it, in camelCase or snake_case. */
    Optional<SourceTable.Column> spelled(String field) {
        return Stream.of(field, snake(field), camel(field))
                .flatMap(name -> column(name).stream())
                .findFirst();
    }

    /** Whether values may be nested. */
    boolean nested() {
        return columns.values().stream()
                .anyMatch(column -> List.of("json", "jsonb").contains(column.type()));
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}

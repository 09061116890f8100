package dev.ferry.source;

import java.util.List;
import java.util.Optional;

/**
 * A table of the database that is the source, or a view.
 *
 * @param schema its schema
 * @param name its name
 * @param kind what it is
 * @param columns its columns in their order
 * @param inPath whether it is the one that its name without a schema means
 */
public record SourceTable(String schema, String name, Kind kind, List<Column> columns, boolean inPath) {
    public SourceTable {
        columns = List.copyOf(columns);
    }

    /** What stands behind a name that can be selected from. */
    public enum Kind {
        /** Rows that have a place of their own, by which each of them is found again at once. */
        STORED,
        /** A view or a foreign table, whose rows have no place. */
        DERIVED
    }

    /**
     * A column.
     *
     * @param type its type without a length, as PostgreSQL's {@code format_type} names it
     */
    public record Column(String name, String type) {}

    /** The column of this very name. */
    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** The name for people: {@code table "Teacher"}, with the schema where the name alone means another or none. */
    public String title() {
        return "table " + (inPath ? quoted(name) : sql());
    }

    /** The name in SQL, with its schema. */
    String sql() {
        return quoted(schema) + "." + quoted(name);
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}

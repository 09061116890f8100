package dev.ferry.backup;

import dev.ferry.ledger.TableShape;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in an archive.
 *
 * @param name the table's name without its schema
 * @param columns its columns in their order
 * @param entry where its rows are
 */
public record SavedTable(String name, List<SavedColumn> columns, ArchiveEntry entry) {
    public SavedTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column of a table in an archive.
     *
     * @param name as the catalog has it
     * @param type its PostgreSQL type
     */
    public record SavedColumn(String name, String type) {}

    /** The columns of a table as an archive keeps them. */
    static List<SavedColumn> columns(TableShape table) {
        return table.columns().stream()
                .map(column -> new SavedColumn(column.name(), type(column)))
                .toList();
    }

    /** What comes behind the name in the column's description. */
    private static String type(TableShape.Column column) {
        return column.description().substring(column.sqlName().length() + 1);
    }

    /** Whether a table has these columns, and no others. */
    public boolean hasColumnsOf(TableShape table) {
        return columns.equals(columns(table));
    }

    /** The columns for people. */
    public String description() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
    }

    /** The names of the columns. */
    List<String> columnNames() {
        return columns.stream().map(SavedColumn::name).toList();
    }
}

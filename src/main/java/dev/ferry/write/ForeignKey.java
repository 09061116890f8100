package dev.ferry.write;

/**
 * A column of an entity's table that names a row of another one.
 *
 * @param column the column's name
 * @param parentTable the other table's name without its schema
 * @param parentColumn the column of the other table that is named
 */
public record ForeignKey(String column, String parentTable, String parentColumn) {}

package dev.ferry.write;

import java.util.Optional;

/**
 * A value of a row that is not what a source maps to.
 *
 * @param row the number of the row among those that were asked for
 * @param column the column's name
 * @param expected PostgreSQL's text form of the value that the source maps to, empty for NULL
 * @param found that of the value in the database
 */
public record DifferingValue(int row, String column, Optional<String> expected, Optional<String> found) {}

package dev.ferry.source;

/**
 * A place in a source that a person can go to.
 *
 * @param file the file as the user named it, or the table of a database source as {@code table "Teacher"}
 * @param section the section of the source that holds the record
 * @param index the record's number in its section, from 0
 * @param line the line, from 1; in a table the row's number in the order in which rows are read
 * @param column the column, from 1, in Unicode code points; 1 in a table
 * @param pointer the place as a JSON pointer from the root of the file (RFC 6901), or through table, row and column
 * @param row where in a table for a person, as {@code id t-17, column "email"}; empty in a file
 */
public record Position(String file, String section, long index, long line, int column, String pointer, String row) {
    /** A place in a file. */
    public Position(String file, String section, long index, long line, int column, String pointer) {
        this(file, section, index, line, column, pointer, "");
    }

    /** Whether it is in a table, where lines and columns say nothing to a person. */
    public boolean inTable() {
        return !row.isEmpty();
    }

    /** The place as editors and compilers write it, {@code file:line:column}; {@code table "Teacher", id t-17} in a table. */
    @Override
    public String toString() {
        return inTable() ? file + ", " + row : file + ":" + line + ":" + column;
    }
}

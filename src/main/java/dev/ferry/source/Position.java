package dev.ferry.source;

/**
 * A place in a source that a person can go to.
 *
 * @param file the file as the user named it, or the table of a database source
 * @param section the section of the source that holds the record
 * @param index the record's number in its section, from 0
 * @param line the line, from 1
 * @param column the column, from 1, in Unicode code points
 * @param pointer the place as a JSON pointer from the root of the file (RFC 6901)
 */
public record Position(String file, String section, long index, long line, int column, String pointer) {
    /** The place as editors and compilers write it: {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

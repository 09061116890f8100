package dev.ferry.source;

/**
 * A byte of a file, and where an editor shows it. Lines end with LF; a CR before it belongs to the line's end.
 *
 * @param offset bytes before it in the file
 * @param line the line, from 1
 * @param column the column, from 1, in Unicode code points
 */
record Place(long offset, long line, long column) {
    /** The place behind the bytes from {@code from} to {@code to}, of which the first stands here. */
    Place after(byte[] bytes, int from, int to) {
        long newLine = line;
        int lineStart = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                newLine++;
                lineStart = i + 1;
            }
        }
        long codePoints = newLine == line ? column : 1;
        for (int i = lineStart; i < to; i++) {
            codePoints += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return new Place(offset + (to - from), newLine, codePoints);
    }

    /** The position of this place. A column past the largest int is given as that. */
    Position position(String file, String section, long index, String pointer) {
        return new Position(file, section, index, line, (int) Math.min(column, Integer.MAX_VALUE), pointer);
    }
}

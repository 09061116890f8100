package dev.ferry.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A byte of a file, and where an editor shows it. Lines end with LF; a CR before it belongs to the line's end.
 *
 * @param offset bytes before it in the file
 * @param line the line, from 1
 * @param column the column, from 1, in Unicode code points
 */
record Place(long offset, long line, long column) {
    /** Eight bytes at once: whatever their order, what is asked of them is asked of each. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = '\n' * LOWEST_BITS;

    /** The place behind the bytes from {@code from} to {@code to}, of which the first stands here. */
    Place after(byte[] bytes, int from, int to) {
        long newLine = line;
        int lineStart = from;
        for (int i = newLine(bytes, from, to); i < to; i = newLine(bytes, i + 1, to)) {
            newLine++;
            lineStart = i + 1;
        }
        long codePoints = (newLine == line ? column : 1) + codePoints(bytes, lineStart, to);
        return new Place(offset + (to - from), newLine, codePoints);
    }

    /** The index of the next LF, or {@code to}. */
    private static int newLine(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - Long.BYTES) {
            // A byte of zero where there is LF.
            long eight = (long) EIGHT.get(bytes, i) ^ LINE_FEEDS;
            if (((eight - LOWEST_BITS) & ~eight & HIGHEST_BITS) != 0) {
                break;
            }
            i += Long.BYTES;
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** How many code points begin there: all bytes but those with the highest bits 10. */
    private static long codePoints(byte[] bytes, int from, int to) {
        long count = (long) to - from;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            count -= Long.bitCount(eight & ~(eight << 1) & HIGHEST_BITS);
        }
        for (; i < to; i++) {
            count -= (bytes[i] & 0xC0) == 0x80 ? 1 : 0;
        }
        return count;
    }

    /** The position of this place. A column past the largest int is given as that. */
    Position position(String file, String section, long index, String pointer) {
        return new Position(file, section, index, line, (int) Math.min(column, Integer.MAX_VALUE), pointer);
    }
}

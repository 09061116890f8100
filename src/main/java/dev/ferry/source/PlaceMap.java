package dev.ferry.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places of some bytes of a record, in order. Each takes few bytes: the differences to the one before it, in groups of seven
 * bits as in Protocol Buffers (Encoding, "Base 128 Varints").
 */
final class PlaceMap {
    /** Places between two that can be gone to directly. */
    private static final int SKIP = 64;

    private final List<Entry> marks = new ArrayList<>();
    private byte[] differences = new byte[16];
    private int size;
    private int count;
    private Entry last = new Entry(0, new Place(0, 1, 0), 0);

    /**
     * @param index the byte of the record
     * @param next where the difference to the entry behind it begins
     */
    private record Entry(int index, Place place, int next) {}

    /** Remembers the place of a byte, which is not before those that were given. */
    void add(int index, Place place) {
        write(index - last.index());
        write(place.offset() - last.place().offset());
        long lines = place.line() - last.place().line();
        write(lines);
        write(lines == 0 ? place.column() - last.place().column() : place.column());
        last = new Entry(index, place, size);
        if (count % SKIP == 0) {
            marks.add(last);
        }
        count++;
    }

    /** The bytes that the places take. */
    int size() {
        return size;
    }

    /** The place of a byte: where it is not remembered, as far behind the nearest one before it as in the record. */
    Place of(byte[] record, int index) {
        Entry nearest = mark(index);
        Entry behind = nearest;
        while (behind.index() <= index) {
            nearest = behind;
            if (behind.next() == size) {
                break;
            }
            behind = after(behind);
        }
        return nearest.place().after(record, nearest.index(), index);
    }

    /** The last mark that is not behind an index. */
    private Entry mark(int index) {
        int low = 0;
        int high = marks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (marks.get(middle).index() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return marks.get(low);
    }

    private Entry after(Entry entry) {
        Reader reader = new Reader(entry.next());
        int index = entry.index() + (int) reader.read();
        long offset = entry.place().offset() + reader.read();
        long lines = reader.read();
        long column = (lines == 0 ? entry.place().column() : 0) + reader.read();
        return new Entry(index, new Place(offset, entry.place().line() + lines, column), reader.at);
    }

    private void write(long value) {
        if (size + 10 > differences.length) {
            differences = Arrays.copyOf(differences, differences.length * 2);
        }
        long rest = value;
        while (rest > 0x7F) {
            differences[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        differences[size++] = (byte) rest;
    }

    private final class Reader {
        private int at;

        Reader(int at) {
            this.at = at;
        }

        long read() {
            long value = 0;
            int shift = 0;
            byte next;
            do {
                next = differences[at++];
                value |= (long) (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            return value;
        }
    }
}

package dev.ferry.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the rows of a table are stored, by their number: eight bytes a row. Within a snapshot no row that it sees moves.
 *
 * <p>A place is the table's, or its partition's, oid and the row's ctid: a page of 32 bits and a line of 16.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-system-columns.html">System Columns</a>
 */
final class RowPlaces {
    private static final int MOST_PARTITIONS = 1 << 15;

    private final List<String> partitions = new ArrayList<>();
    private long[] places = new long[1 << 10];
    private int size;

    /** Takes note of a row's place, as {@code oid (page,line)}; of rows out of their order, and without one, nothing. */
    void add(long index, String place) {
        if (index != size || place.isEmpty() || size == Integer.MAX_VALUE - 8) {
            return;
        }
        int space = place.indexOf(' ');
        int comma = place.indexOf(',');
        int partition = partition(place.substring(0, space));
        if (partition >= MOST_PARTITIONS) {
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L));
        }
        long page = Long.parseLong(place.substring(space + 2, comma));
        long line = Long.parseLong(place.substring(comma + 1, place.length() - 1));
        places[size++] = (long) partition << 48 | page << 16 | line;
    }

    /** The place of a row, where it is known. */
    Optional<String> of(long index) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long place = places[(int) index];
        return Optional.of(partitions.get((int) (place >>> 48)) + " (" + (place >>> 16 & 0xFFFF_FFFFL) + ","
                + (place & 0xFFFF) + ")");
    }

    private int partition(String oid) {
        int known = partitions.lastIndexOf(oid);
        if (known < 0 && partitions.size() < MOST_PARTITIONS) {
            partitions.add(oid);
            return partitions.size() - 1;
        }
        return known < 0 ? MOST_PARTITIONS : known;
    }
}

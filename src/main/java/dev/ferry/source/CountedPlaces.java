package dev.ferry.source;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The places of bytes that stand in the file just as they stand in the record. */
final class CountedPlaces implements Places {
    private static final int STRIDE = 1 << 14;

    private final byte[] bytes;
    private final Place first;

    /** Places inside a large value that were counted, so that no question counts all of it again; made when asked. */
    private @Nullable NavigableMap<Integer, Place> counted;

    /** @param first the place of the first byte */
    CountedPlaces(byte[] bytes, Place first) {
        this.bytes = bytes;
        this.first = first;
    }

    @Override
    public synchronized Place of(int index) {
        if (index < STRIDE) {
            return first.after(bytes, 0, index);
        }
        if (counted == null) {
            counted = new TreeMap<>(Map.of(0, first));
        }
        Map.Entry<Integer, Place> nearest = counted.floorEntry(index);
        int from = nearest.getKey();
        Place place = nearest.getValue();
        while (index - from >= STRIDE) {
            place = place.after(bytes, from, from + STRIDE);
            from += STRIDE;
            counted.put(from, place);
        }
        return place.after(bytes, from, index);
    }
}

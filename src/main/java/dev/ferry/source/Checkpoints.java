package dev.ferry.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The places of records of a section, remembered every now and then, to find others from there. */
final class Checkpoints {
    private static final long DISTANCE = 1 << 16;

    private final TreeMap<Long, Checkpoint> byOffset = new TreeMap<>();

    /** A record that reading can begin at. */
    record Checkpoint(Place place, long index) {}

    /** Takes note of a record that was seen. */
    void passed(long offset, Place place, long index) {
        if (byOffset.isEmpty() || offset - byOffset.lastKey() >= DISTANCE) {
            byOffset.put(offset, new Checkpoint(place, index));
        }
    }

    /** The last record that is remembered up to an offset. */
    Optional<Checkpoint> before(long offset) {
        return Optional.ofNullable(byOffset.floorEntry(offset)).map(Map.Entry::getValue);
    }
}

package dev.ferry.validate;

import com.carrotsearch.hppc.LongHashSet;

/** Records of one section by their offset, in about 10 bytes each. Thread-safe. */
public final class RecordSet {
    private final LongHashSet offsets = new LongHashSet();

    /** Adds a record. */
    public synchronized void add(long offset) {
        offsets.add(offset);
    }

    /** Whether a record was added. */
    public synchronized boolean contains(long offset) {
        return offsets.contains(offset);
    }
}

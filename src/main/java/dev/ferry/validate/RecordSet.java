package dev.ferry.validate;

import com.carrotsearch.hppc.LongHashSet;

/** Records of one section by their offset, in about 10 bytes each. */
public final class RecordSet {
    private final LongHashSet offsets = new LongHashSet();

    /** Adds a record. */
    public void add(long offset) {
        offsets.add(offset);
    }

    /** Whether a record was added. */
    public boolean contains(long offset) {
        return offsets.contains(offset);
    }
}

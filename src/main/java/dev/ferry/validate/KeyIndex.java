package dev.ferry.validate;

import com.carrotsearch.hppc.LongLongHashMap;
import dev.ferry.profile.NaturalKey;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Remembers which keys a section has, and where: 64-bit hashes in a primitive map, about 30 bytes a key, so that millions of
 * keys fit a small heap. Two keys may share a hash: who finds one compares the records themselves.
 */
public final class KeyIndex {
    private static final long REJECTED = Long.MIN_VALUE;
    private static final long LEFT_OUT = Long.MIN_VALUE >>> 1;
    private static final long PLACE = ~(REJECTED | LEFT_OUT);

    private final LongLongHashMap offsets = new LongLongHashMap();

    /** Whether a key was seen, and what became of its record. */
    public enum Standing {
        /** No record has this key. */
        ABSENT,
        /** A record has it and was accepted. */
        ACCEPTED,
        /** A record has it and was rejected. */
        REJECTED,
        /** Only records have it that the run's user does not want. */
        LEFT_OUT
    }

    /**
     * Adds a key unless its hash is there already; that of a record which is left out counts for nothing.
     *
     * @param offset where the record is found again, less than 2<sup>62</sup>
     * @return the offset of the record that was there first, if one was
     */
    public OptionalLong add(NaturalKey key, long offset) {
        long hash = hash(key);
        int slot = offsets.indexOf(hash);
        if (offsets.indexExists(slot)) {
            long there = offsets.indexGet(slot);
            if ((there & LEFT_OUT) == 0) {
                return OptionalLong.of(there & PLACE);
            }
            offsets.indexReplace(slot, offset);
            return OptionalLong.empty();
        }
        offsets.indexInsert(slot, hash, offset);
        return OptionalLong.empty();
    }

    /**
     * Marks a key as that of a rejected record, unless another record had it first.
     *
     * @param offset where the rejected record is
     */
    public void reject(NaturalKey key, long offset) {
        int slot = offsets.indexOf(hash(key));
        if (offsets.indexExists(slot) && offsets.indexGet(slot) == offset) {
            offsets.indexReplace(slot, offset | REJECTED);
        }
    }

    /** Marks a key as that of a record which is left out, unless another record has it. */
    public void leaveOut(NaturalKey key) {
        long hash = hash(key);
        if (!offsets.containsKey(hash)) {
            offsets.put(hash, LEFT_OUT);
        }
    }

    /** Whether a key was seen, and what became of its record. */
    public Standing standing(NaturalKey key) {
        int slot = offsets.indexOf(hash(key));
        if (!offsets.indexExists(slot)) {
            return Standing.ABSENT;
        }
        long there = offsets.indexGet(slot);
        if ((there & LEFT_OUT) != 0) {
            return Standing.LEFT_OUT;
        }
        return there < 0 ? Standing.REJECTED : Standing.ACCEPTED;
    }

    /** Of the values' text, so that an identity read as text and a key bound as a number agree. */
    private static long hash(NaturalKey key) {
        // No text that PostgreSQL takes has U+0000, so that two keys of several values never make the same text.
        byte[] text = key.joined("\0").getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash128x64(text, 0, text.length, 0)[0];
    }
}

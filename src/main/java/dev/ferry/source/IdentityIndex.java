package dev.ferry.source;

import com.carrotsearch.hppc.ByteArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.sorting.IndirectSort;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Gathers the identities of a section's records with their places, in some 40 bytes each beside the identity. */
final class IdentityIndex {
    /** Less than any identity, even an empty one. */
    private static final byte[] NONE = {};

    private final ByteArrayList identities = new ByteArrayList();

    /** Where each identity ends; a record without one repeats the end before it, as an empty one does. */
    private final IntArrayList ends = new IntArrayList();

    private final IntArrayList presence = new IntArrayList();
    private final LongArrayList offsets = new LongArrayList();
    private final LongArrayList lines = new LongArrayList();
    private final LongArrayList columns = new LongArrayList();
    private final LongArrayList indexes = new LongArrayList();
    private final IntArrayList lengths = new IntArrayList();
    private boolean ascending = true;

    /** Adds the next record of the file. */
    void add(FileRecord record) {
        Optional<byte[]> identity = record.identity().map(text -> text.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = identity.orElse(NONE);
        identities.add(bytes, 0, bytes.length);
        ends.add(identities.size());
        presence.add(identity.isPresent() ? 1 : 0);
        Place start = record.start();
        offsets.add(start.offset());
        lines.add(start.line());
        columns.add(start.column());
        indexes.add(record.index());
        lengths.add(Math.toIntExact(Math.max(1, record.end() - record.offset())));
        int last = ends.size() - 1;
        ascending = ascending && (last == 0 || compare(last - 1, last) <= 0);
    }

    /** The order of the identities; empty where the records stand in it already. */
    Optional<Permutation> permutation() {
        if (ascending) {
            return Optional.empty();
        }
        // A merge sort keeps those with the same identity as they stand in the file.
        int[] order = IndirectSort.mergesort(0, ends.size(), this::compare);
        return Optional.of(new Permutation(
                order, offsets.toArray(), lines.toArray(), columns.toArray(), indexes.toArray(), lengths.toArray()));
    }

    private int compare(int one, int other) {
        int kinds = Integer.compare(presence.get(one), presence.get(other));
        return kinds != 0
                ? kinds
                : Arrays.compareUnsigned(
                        identities.buffer, start(one), end(one), identities.buffer, start(other), end(other));
    }

    private int start(int record) {
        return record == 0 ? 0 : end(record - 1);
    }

    private int end(int record) {
        return ends.get(record);
    }
}

package dev.ferry.source;

import java.util.Arrays;

/** The places of a section's records in an order other than the file's. A rank counts from 0 in that order. */
final class Permutation {
    private final int[] order;
    private final long[] offsets;
    private final long[] lines;
    private final long[] columns;
    private final long[] indexes;
    private final int[] lengths;

    /** By rank, the bytes of all records up to the end of that one. */
    private final long[] taken;

    /**
     * @param order by rank, the number of the record; the other arrays are by that number
     */
    Permutation(int[] order, long[] offsets, long[] lines, long[] columns, long[] indexes, int[] lengths) {
        this.order = order;
        this.offsets = offsets;
        this.lines = lines;
        this.columns = columns;
        this.indexes = indexes;
        this.lengths = lengths;
        this.taken = new long[order.length];
        long sum = 0;
        for (int rank = 0; rank < order.length; rank++) {
            sum += length(rank);
            taken[rank] = sum;
        }
    }

    int size() {
        return order.length;
    }

    /** The bytes of all records. */
    long bytes() {
        return size() == 0 ? 0 : taken[size() - 1];
    }

    /** The bytes of all records before this one. */
    long offset(int rank) {
        return rank == 0 ? 0 : taken[rank - 1];
    }

    /** The record before which this many bytes are taken. */
    int rank(long offset) {
        int found = offset == 0 ? 0 : Arrays.binarySearch(taken, offset) + 1;
        if (found < 0 || found >= size() || offset(found) != offset) {
            throw new IllegalArgumentException("no record begins at offset " + offset);
        }
        return found;
    }

    Place place(int rank) {
        int number = order[rank];
        return new Place(offsets[number], lines[number], columns[number]);
    }

    /** Its number in the file. */
    long index(int rank) {
        return indexes[order[rank]];
    }

    int length(int rank) {
        return lengths[order[rank]];
    }
}

package dev.ferry.migration;

import dev.ferry.source.RawRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Cuts records into batches by number and by bytes, so that large records do not need a large memory. */
final class Batches implements Iterator<List<RawRecord>> {
    /** A batch ends with the record that reaches this size. */
    private static final long MOST_BYTES = 4L << 20;

    private final Iterator<RawRecord> records;
    private final int size;

    Batches(Iterator<RawRecord> records, int size) {
        this.records = records;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public List<RawRecord> next() {
        if (!records.hasNext()) {
            throw new NoSuchElementException();
        }
        List<RawRecord> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < size && bytes < MOST_BYTES && records.hasNext()) {
            RawRecord next = records.next();
            batch.add(next);
            bytes += next.length();
        }
        return batch;
    }
}

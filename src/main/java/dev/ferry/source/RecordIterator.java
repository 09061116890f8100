package dev.ferry.source;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The records of a section, each read when it is asked for. */
final class RecordIterator implements Iterator<RawRecord> {
    private final RecordCursor cursor;
    private boolean known;
    private boolean more;

    RecordIterator(RecordCursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
        if (!known) {
            more = cursor.next();
            known = true;
        }
        return more;
    }

    @Override
    public RawRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        known = false;
        return cursor.record();
    }
}

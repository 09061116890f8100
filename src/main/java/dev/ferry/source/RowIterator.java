package dev.ferry.source;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The records of rows, each read when it is asked for; the last one only of a file that is still as it was. */
final class RowIterator implements Iterator<FileRecord> {
    private final RowSection section;
    private final RowCursor cursor;
    private Optional<FileRecord> next = Optional.empty();

    RowIterator(RowSection section, RowCursor cursor) {
        this.section = section;
        this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = cursor.next();
            next.ifPresentOrElse(section::passed, section::requireUnchanged);
        }
        return next.isPresent();
    }

    @Override
    public FileRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        FileRecord given = next.orElseThrow();
        next = Optional.empty();
        return given;
    }
}

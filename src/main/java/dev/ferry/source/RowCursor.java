package dev.ferry.source;

import java.util.Optional;

/** Walks through a section from row to row. */
interface RowCursor {
    /** The next record, checked as a whole; empty where there is none. */
    Optional<FileRecord> next();
}

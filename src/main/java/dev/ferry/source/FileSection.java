package dev.ferry.source;

import java.util.stream.Stream;

/** A section that stands in a file. */
interface FileSection {
    Section section();

    /** Bytes from its beginning to its end; to the end of the file until its end was seen. */
    long length();

    /** The records in order. The caller closes the stream. */
    Stream<RawRecord> records();

    /** The record at an offset that one of {@link #records} has. */
    RawRecord record(long offset);

    /** Opens the file for records in any order. The caller closes it. */
    RecordAccess access();
}

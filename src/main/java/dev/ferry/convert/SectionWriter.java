package dev.ferry.convert;

import dev.ferry.source.RawRecord;
import java.io.IOException;

/** Writes the records of one section to a file. */
interface SectionWriter {
    /** Writes what stands before the first record. */
    void begin() throws IOException;

    /** Writes the next record. */
    void write(RawRecord record) throws IOException;

    /** Writes what stands behind the last one. */
    void end() throws IOException;
}

package dev.ferry.source;

/** Records of a section in any order, through one open file. */
interface RecordAccess extends AutoCloseable {
    /**
     * The record that begins at a place.
     *
     * @param index its number in the section
     * @param expected about how many bytes it has
     */
    RawRecord record(Place start, long index, int expected);

    /** Refuses the file if it changed since it was opened first. */
    void requireUnchanged();

    @Override
    void close();
}

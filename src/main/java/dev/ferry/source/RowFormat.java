package dev.ferry.source;

/** How records stand in a file whose rows are read each by itself. */
interface RowFormat {
    /** Where the first row begins. */
    Place firstRow();

    /**
     * Reads row by row.
     *
     * @param window stands where a row begins
     * @param index the number of that row
     */
    RowCursor cursor(RowSection section, JsonWindow window, long index);
}

package dev.ferry.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A row as it stands in the file, without its line end. */
final class CsvRow {
    private final Place start;
    private final byte[] text;
    private final int[] bounds;

    /** @param bounds where each cell begins and ends, one behind the other */
    CsvRow(Place start, byte[] text, int[] bounds) {
        this.start = start;
        this.text = text;
        this.bounds = bounds;
    }

    Place start() {
        return start;
    }

    /** Its length in bytes. */
    int length() {
        return text.length;
    }

    int cells() {
        return bounds.length / 2;
    }

    /** Index of the cell's first byte, which is its quote where it has one. */
    int from(int cell) {
        return bounds[cell * 2];
    }

    int to(int cell) {
        return bounds[cell * 2 + 1];
    }

    boolean isQuoted(int cell) {
        return from(cell) < to(cell) && text[from(cell)] == '"';
    }

    /** The cell's characters in UTF-8, without quotes. */
    byte[] content(int cell) {
        if (!isQuoted(cell)) {
            return Arrays.copyOfRange(text, from(cell), to(cell));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream(to(cell) - from(cell));
        for (int i = from(cell) + 1; i < to(cell) - 1; i++) {
            content.write(text[i]);
            // Inside quotes a quote is doubled.
            i += text[i] == '"' ? 1 : 0;
        }
        return content.toByteArray();
    }

    /** The cell's characters, without quotes. */
    String string(int cell) {
        return new String(content(cell), StandardCharsets.UTF_8);
    }

    /** Where the cell begins in the file. */
    Place place(int cell) {
        return start.after(text, 0, from(cell));
    }

    /** Where the row ends in the file. */
    Place end() {
        return start.after(text, 0, text.length);
    }
}

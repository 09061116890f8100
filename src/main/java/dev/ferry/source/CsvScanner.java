package dev.ferry.source;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the cells of a CSV file (RFC 4180), row by row, and checks every byte: quotes and UTF-8. Where RFC 4180 leaves it open
 * what a quote means, it is refused, since every guess would lose something of somebody's file.
 */
final class CsvScanner {
    private static final int QUOTE = '"';

    private final JsonWindow window;
    private final Trouble trouble;
    private final byte delimiter;

    /** Where each cell of the row begins and ends, counted from the row's first byte: a fill moves what is held. */
    private int[] bounds = new int[32];

    private int cells;

    CsvScanner(JsonWindow window, Trouble trouble, byte delimiter) {
        this.window = window;
        this.trouble = trouble;
        this.delimiter = delimiter;
    }

    /** Reads the next row that is not blank; empty at the end of the file. */
    Optional<CsvRow> row() {
        while (window.ahead(1)) {
            Place start = window.hold();
            cells = 0;
            boolean more = true;
            while (more) {
                more = cell();
            }
            if (window.overfull()) {
                throw trouble.tooLong();
            }
            Optional<CsvRow> row = isBlank() ? Optional.empty() : Optional.of(copied(start));
            window.release();
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    /** A line of spaces is as blank as an empty one: it has one cell and nothing in it. */
    private boolean isBlank() {
        int from = window.heldIndex();
        for (int i = 0; i < bounds[1]; i++) {
            if (window.bytes[from + i] != ' ' && window.bytes[from + i] != '\t') {
                return false;
            }
        }
        return cells == 1;
    }

    private CsvRow copied(Place start) {
        int from = window.heldIndex();
        int[] ofRow = Arrays.copyOf(bounds, cells * 2);
        byte[] text = Arrays.copyOfRange(window.bytes, from, from + ofRow[ofRow.length - 1]);
        return new CsvRow(start, text, ofRow);
    }

    /** Reads a cell with what ends it; whether another follows in the row. */
    private boolean cell() {
        int from = position();
        if (next() == QUOTE) {
            quoted(window.offset(window.next));
        } else {
            plain();
        }
        add(from, position());
        int c = next();
        if (c == delimiter) {
            window.next++;
            return true;
        }
        if (c == '\r') {
            lineFeedBehind();
        }
        if (c == JsonScalars.END || c == '\n' || c == '\r') {
            window.next += c == '\n' ? 1 : 0;
            return false;
        }
        throw trouble.syntax("behind a cell's closing quote comes " + shown() + " or the end of the line"
                + " (a quote inside the cell must be doubled)");
    }

    /** Goes behind a carriage return and the line feed that it must have. */
    private void lineFeedBehind() {
        if (!window.ahead(2)) {
            if (window.overfull()) {
                throw trouble.tooLong();
            }
            window.next++;
            return;
        }
        if (window.bytes[window.next + 1] != '\n') {
            throw trouble.syntax("a carriage return outside quotes must have a line feed behind it"
                    + " (give the file line ends of one kind, LF or CRLF)");
        }
        window.next += 2;
    }

    private void plain() {
        for (int c = next(); c != JsonScalars.END; c = next()) {
            if (c == delimiter || c == '\n' || c == '\r') {
                return;
            }
            if (c == QUOTE) {
                throw trouble.syntax("a quote inside a cell must be doubled, and the whole cell must stand in quotes");
            }
            character(c);
        }
    }

    /** @param opening the offset of the opening quote, which comes next */
    private void quoted(long opening) {
        window.next++;
        for (int c = next(); c != JsonScalars.END; c = next()) {
            if (c != QUOTE) {
                character(c);
            } else {
                window.next++;
                if (next() != QUOTE) {
                    return;
                }
                window.next++;
            }
        }
        throw window.overfull()
                ? trouble.tooLong()
                : trouble.broken(window.place(opening), "the quote that opens this cell is never closed");
    }

    private void character(int c) {
        if (c < 0x80) {
            window.next++;
            return;
        }
        // At the end of the file there may be fewer bytes: then the character is cut off, and seen to be.
        window.ahead(4);
        int length = Utf8.length(window.bytes, window.next, window.end);
        if (length == 0) {
            throw trouble.notUtf8();
        }
        window.next += length;
    }

    private void add(int from, int to) {
        if (cells * 2 == bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[cells * 2] = from;
        bounds[cells * 2 + 1] = to;
        cells++;
    }

    private int position() {
        return window.next - window.heldIndex();
    }

    private int next() {
        return window.next < window.end || window.fill() ? window.bytes[window.next] & 0xFF : JsonScalars.END;
    }

    private String shown() {
        return delimiter == '\t' ? "a tab" : "'" + (char) delimiter + "'";
    }
}

package dev.ferry.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The JSON that a literal is rewritten to while it is read from the window. Whatever JSON has in common with the literal is
 * copied, white space too, so that few places must be remembered.
 */
final class JsonText {
    private static final int CAPACITY = 1 << 16;

    /** No more is copied without a new place, so that the places inside are found fast. */
    private static final int STRIDE = 1 << 14;

    private final JsonWindow window;
    private final Trouble trouble;
    private final int maxBytes;
    private byte[] bytes = new byte[CAPACITY];
    private int size;
    private PlaceMap places = new PlaceMap();
    private Place start = new Place(0, 1, 1);
    private boolean kept;
    private boolean full;

    /** Whether the last byte written was the window's last one too. */
    private boolean inStep;

    /** Index of the next byte whose place is remembered in any case. */
    private int nextStride;

    JsonText(JsonWindow window, Trouble trouble, int maxBytes) {
        this.window = window;
        this.trouble = trouble;
        this.maxBytes = maxBytes;
    }

    /** From here on what is written is kept; the place of the window's next byte. */
    Place keep() {
        release();
        start = window.here();
        kept = true;
        return start;
    }

    /** Forgets what was written so far; what follows is kept. */
    void restart() {
        size = 0;
        inStep = false;
        nextStride = 0;
        places = new PlaceMap();
    }

    /** From here on nothing is kept. A buffer that had to grow is given back. */
    void release() {
        restart();
        kept = false;
        if (bytes.length > CAPACITY) {
            bytes = new byte[CAPACITY];
        }
    }

    boolean kept() {
        return kept;
    }

    /** Whether more was to be kept than may be. */
    boolean full() {
        return full;
    }

    int size() {
        return size;
    }

    /** What was written from an index on. */
    byte[] from(int index) {
        return Arrays.copyOfRange(bytes, index, size);
    }

    PlaceMap places() {
        return places;
    }

    /** Copies this many bytes of the window. */
    void copy(int count) {
        if (!kept) {
            window.next += count;
            return;
        }
        int left = count;
        while (left > 0) {
            remember();
            int part = Math.min(left, STRIDE);
            ensureRoom(part);
            System.arraycopy(window.bytes, window.next, bytes, size, part);
            size += part;
            window.next += part;
            left -= part;
        }
        inStep = true;
    }

    /** Writes an ASCII character for the window's next, which is one too. */
    void replace(char c) {
        if (kept) {
            remember();
            ensureRoom(1);
            bytes[size++] = (byte) c;
            inStep = true;
        }
        window.next++;
    }

    /** Writes a text for this many bytes of the window. */
    void replace(int count, String text) {
        if (kept) {
            inStep = false;
            remember();
            add(text);
        }
        window.next += count;
    }

    /** Goes over bytes of the window without writing. */
    void skip(int count) {
        window.next += count;
        inStep = false;
    }

    /** Writes a text that stands for nothing in the window. */
    void add(String text) {
        if (kept) {
            remember();
            byte[] added = text.getBytes(StandardCharsets.UTF_8);
            ensureRoom(added.length);
            System.arraycopy(added, 0, bytes, size, added.length);
            size += added.length;
            inStep = false;
        }
    }

    /** Makes white space of the byte at an index. */
    void blank(int index) {
        if (kept) {
            bytes[index] = ' ';
        }
    }

    /** Makes white space of everything from an index on. */
    void blankFrom(int index) {
        Arrays.fill(bytes, Math.min(index, size), size, (byte) ' ');
        inStep = false;
    }

    private void remember() {
        if (!inStep || size >= nextStride) {
            places.add(size, window.here());
            nextStride = size + STRIDE;
        }
    }

    /** Refuses what would be too long; the places count too, since they take memory as well. */
    private void ensureRoom(int count) {
        if ((long) size + count + places.size() > maxBytes) {
            full = true;
            throw trouble.tooLong(start, Excerpt.of(bytes, 0, size));
        }
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(maxBytes, Math.max(size + count, bytes.length * 2L)));
        }
    }
}

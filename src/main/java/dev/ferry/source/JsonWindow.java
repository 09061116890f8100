package dev.ferry.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * The part of a file that is in memory: what lies ahead of the reader, and behind it the record at hand, if one is held.
 * Counts lines and columns.
 *
 * <p>The fields are open to the scanner, whose loops are the hottest of all.
 */
final class JsonWindow implements AutoCloseable {
    private static final int CAPACITY = 1 << 18;
    private static final int LEAST = 1 << 9;

    private final JsonFile file;
    private final SeekableByteChannel channel;
    private final int maxHeld;

    byte[] bytes = new byte[CAPACITY];

    /** Index of the next byte to read. */
    int next;

    /** One past the last byte that is there. */
    int end;

    /** The last place that was counted. Nothing before it is kept. */
    private Place counted;

    private int countedIndex;
    private boolean holding;

    /** The most bytes that are read at once. */
    private int portion = CAPACITY;

    /** @param maxHeld the most bytes that are held; then the window ends as if the file did */
    JsonWindow(JsonFile file, Place from, int maxHeld) {
        this.file = file;
        this.counted = from;
        this.maxHeld = maxHeld;
        this.channel = file.open(from.offset());
    }

    /** Makes more bytes available; false where there are none. Indexes change. */
    boolean fill() {
        if (overfull()) {
            return false;
        }
        if (!holding) {
            count(next);
        }
        if (countedIndex > 0) {
            end -= countedIndex;
            System.arraycopy(bytes, countedIndex, bytes, 0, end);
            next -= countedIndex;
            countedIndex = 0;
        }
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, end * 2L));
        }
        // Never much beyond a large record, so that what follows it is cheap to keep when the record is let go.
        int count = file.read(channel, ByteBuffer.wrap(bytes, end, Math.min(portion, bytes.length - end)));
        if (count < 0) {
            return false;
        }
        end += count;
        return true;
    }

    /**
     * Goes to another place; nothing is held.
     *
     * @param expected about how many bytes will be asked for, so that no more of the file is read
     */
    void moveTo(Place place, int expected) {
        file.seek(channel, place.offset());
        counted = place;
        countedIndex = 0;
        next = 0;
        end = 0;
        holding = false;
        portion = Math.min(CAPACITY, Math.max(LEAST, expected));
    }

    /** Makes this many bytes available; false where there are fewer. */
    boolean ahead(int count) {
        while (end - next < count) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next bytes are these. */
    boolean startsWith(byte[] expected) {
        return end - next >= expected.length
                && Arrays.equals(bytes, next, next + expected.length, expected, 0, expected.length);
    }

    /** From here on bytes are kept; the place of the next byte. */
    Place hold() {
        count(next);
        holding = true;
        return counted;
    }

    /** What was held is no longer needed. A buffer that had to grow for it is given back. */
    void release() {
        count(next);
        holding = false;
        if (bytes.length > CAPACITY) {
            bytes = Arrays.copyOfRange(bytes, next, next + Math.max(CAPACITY, end - next));
            end -= next;
            next = 0;
            countedIndex = 0;
        }
    }

    boolean holding() {
        return holding;
    }

    int maxHeld() {
        return maxHeld;
    }

    /** Whether more is held than may be. */
    boolean overfull() {
        return holding && next - countedIndex > maxHeld;
    }

    /** Index of the first byte held; changes with {@link #fill}. */
    int heldIndex() {
        return countedIndex;
    }

    /** The place of the next byte. */
    Place here() {
        if (!holding) {
            count(next);
        }
        return place(offset(next));
    }

    /** The place of a byte that is still there, and not before the first one held. */
    Place place(long offset) {
        return counted.after(bytes, countedIndex, index(offset));
    }

    /** The offset in the file of an index; unlike the index it never changes. */
    long offset(int index) {
        return counted.offset() + (index - countedIndex);
    }

    private int index(long offset) {
        return Math.toIntExact(offset - counted.offset()) + countedIndex;
    }

    private void count(int index) {
        counted = counted.after(bytes, countedIndex, index);
        countedIndex = index;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.ferry.write;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a {@code COPY … FROM STDIN (FORMAT binary)}, a piece at a time.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL documentation, COPY, Binary Format</a>
 */
final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int PIECE = 1 << 16;

    private final JsonbOrder order = new JsonbOrder();
    private byte[] buffer = new byte[2 * PIECE];
    private int length;

    /** Begins anew, with the header. */
    void begin() {
        length = 0;
        putBytes(SIGNATURE);
        putInt(0);
        putInt(0);
    }

    /** The bytes that are not sent. */
    int length() {
        return length;
    }

    /** Sends what there is of whole rows, where it is worth it. */
    void flush(CopyIn copy) throws SQLException {
        if (length >= PIECE) {
            copy.writeToCopy(buffer, 0, length);
            length = 0;
        }
    }

    /** Ends the rows; the number that the server took. */
    long end(CopyIn copy) throws SQLException {
        putShort(-1);
        copy.writeToCopy(buffer, 0, length);
        return copy.endCopy();
    }

    void putShort(int value) {
        reserve(Short.BYTES);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
    }

    void putInt(int value) {
        putShort(value >>> 16);
        putShort(value);
    }

    void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    void putBytes(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    /** A value, with its length. */
    void putValue(byte[] bytes) {
        putInt(bytes.length);
        putBytes(bytes);
    }

    /** A text, with its length. */
    void putText(String text) throws NotByCopyException {
        putValue(utf8(text));
    }

    /** A JSON text in UTF-8 as {@code jsonb} takes it, with its length and the format's version. */
    void putJsonb(byte[] text) {
        reserve(Integer.BYTES + 1 + text.length);
        int start = length + Integer.BYTES;
        buffer[start] = 1;
        int end = order.write(text, buffer, start + 1);
        if (end < 0) {
            System.arraycopy(text, 0, buffer, start + 1, text.length);
            end = start + 1 + text.length;
        }
        putInt(end - start);
        length = end;
    }

    /**
     * A text in UTF-8, as the driver always has it.
     *
     * @throws NotByCopyException where the server cannot keep it
     */
    static byte[] utf8(String text) throws NotByCopyException {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (Character.isHighSurrogate(one)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (one == 0 || Character.isSurrogate(one)) {
                throw new NotByCopyException("a text has a character that no database text can have");
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void reserve(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(length, more), 2 * buffer.length));
        }
    }
}

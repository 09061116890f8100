package dev.ferry.fault;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a client sends, cut into messages, with those known that commit.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message Formats</a>
 */
final class FrontendMessages {
    private static final int PROTOCOL_3 = 3;
    private static final int LENGTH = 4;

    private final DataInputStream in;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private boolean started;

    FrontendMessages(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * A message as it stands on the wire.
     *
     * @param commits whether it makes the server commit a transaction that the client began
     * @param answered whether the server answers now, since it is the last of its group
     */
    record Message(byte[] bytes, boolean commits, boolean answered) {}

    /** The next message; throws {@link java.io.EOFException} after the last. */
    Message next() throws IOException {
        return started ? typed() : untyped();
    }

    /** A message of the start has no type; the one that asks for protocol 3 is the last such. */
    private Message untyped() throws IOException {
        int length = in.readInt();
        byte[] bytes = read(LENGTH, length, ByteBuffer.allocate(LENGTH).putInt(length));
        started = ByteBuffer.wrap(bytes).getShort(LENGTH) == PROTOCOL_3;
        return new Message(bytes, false, true);
    }

    private Message typed() throws IOException {
        byte type = in.readByte();
        int length = in.readInt();
        byte[] bytes =
                read(1 + LENGTH, length, ByteBuffer.allocate(1 + LENGTH).put(type).putInt(length));
        boolean commits = commits((char) type, bytes);
        return new Message(bytes, commits, type == 'S' || type == 'Q');
    }

    private byte[] read(int header, int length, ByteBuffer begin) throws IOException {
        byte[] bytes = Arrays.copyOf(begin.array(), header + length - LENGTH);
        in.readFully(bytes, header, length - LENGTH);
        return bytes;
    }

    private boolean commits(char type, byte[] bytes) {
        int from = 1 + LENGTH;
        switch (type) {
            case 'P' -> statements.put(text(bytes, from), text(bytes, from + text(bytes, from).length() + 1));
            case 'B' ->
                portals.put(
                        text(bytes, from),
                        statements.getOrDefault(text(bytes, from + text(bytes, from).length() + 1), ""));
            case 'E' -> {
                return isCommit(portals.getOrDefault(text(bytes, from), ""));
            }
            case 'Q' -> {
                return isCommit(text(bytes, from));
            }
            default -> {
                return false;
            }
        }
        return false;
    }

    private static boolean isCommit(String sql) {
        return sql.strip().toUpperCase(Locale.ROOT).equals("COMMIT");
    }

    /** The text from here to its zero byte, a character for each byte. */
    private static String text(byte[] bytes, int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
}

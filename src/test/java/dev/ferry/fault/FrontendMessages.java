package dev.ferry.fault;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    /** No message of a run is as long, in bytes; what claims to be is something else. */
    private static final int LONGEST = 1 << 27;

    /** Sync, Query, CopyDone and CopyFail. */
    private static final String ANSWERED = "SQcf";

    private final DataInputStream in;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private boolean started;

    FrontendMessages(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** A message as it stands on the wire. */
    static final class Message {
        private final byte[] bytes;
        private final boolean commits;
        private final boolean answered;

        private Message(byte[] bytes, boolean commits, boolean answered) {
            this.bytes = bytes;
            this.commits = commits;
            this.answered = answered;
        }

        void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }

        /** Whether it makes the server commit a transaction that the client began. */
        boolean commits() {
            return commits;
        }

        /** Whether the server answers now, since it is the last of its group. */
        boolean answered() {
            return answered;
        }
    }

    /** The next message; throws {@link java.io.EOFException} after the last. */
    Message next() throws IOException {
        return started ? typed() : untyped();
    }

    /** A message of the start has no type; the one that asks for protocol 3 is the last such. */
    private Message untyped() throws IOException {
        byte[] bytes = read(new byte[0]);
        started = ByteBuffer.wrap(bytes).getShort(LENGTH) == PROTOCOL_3;
        return new Message(bytes, false, true);
    }

    private Message typed() throws IOException {
        byte type = in.readByte();
        byte[] bytes = read(new byte[] {type});
        return new Message(bytes, commits((char) type, bytes), ANSWERED.indexOf(type) >= 0);
    }

    /** The rest of a message, its length first, which counts itself. */
    private byte[] read(byte[] begin) throws IOException {
        int length = in.readInt();
        if (length < LENGTH || length > LONGEST) {
            throw new IOException("the client sends what is no message: one of " + length + " bytes");
        }
        byte[] bytes = Arrays.copyOf(begin, begin.length + length);
        ByteBuffer.wrap(bytes).putInt(begin.length, length);
        in.readFully(bytes, begin.length + LENGTH, length - LENGTH);
        return bytes;
    }

    private boolean commits(char type, byte[] bytes) {
        int from = 1 + LENGTH;
        switch (type) {
            case 'P' ->
                statements.put(
                        text(bytes, from), text(bytes, from + text(bytes, from).length() + 1));
            case 'B' ->
                portals.put(
                        text(bytes, from),
                        statements.getOrDefault(
                                text(bytes, from + text(bytes, from).length() + 1), ""));
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

package dev.ferry.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Tells UTF-8 from the other encodings of Unicode by a file's first bytes (RFC 4627, section 3). */
final class Encoding {
    private static final int LOOK_AHEAD = 4;

    private Encoding() {}

    /**
     * Where the text of a UTF-8 file begins: behind its byte order mark, if there is one.
     *
     * @throws BindingException for UTF-16 and UTF-32
     */
    static Place start(JsonFile file) {
        byte[] first = first(file);
        String other = other(first);
        if (!other.isEmpty()) {
            throw new BindingException(
                    new Place(0, 1, 1).position(file.name(), "", 0, ""),
                    BrokenJson.ENCODING,
                    "the file is written in " + other + ", UTF-8 is expected (convert it: iconv -f " + other
                            + " -t UTF-8 '" + file.name() + "' > converted" + file.extension() + ")",
                    "");
        }
        boolean mark =
                first.length >= 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
        return new Place(mark ? 3 : 0, 1, 1);
    }

    private static String other(byte[] b) {
        if (b.length >= 4) {
            if (b[0] == 0 && b[1] == 0) {
                return "UTF-32";
            }
            if ((b[1] == 0 || (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE)) && b[2] == 0 && b[3] == 0) {
                return "UTF-32";
            }
        }
        if (b.length >= 2) {
            boolean mark = (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) || (b[0] == (byte) 0xFE && b[1] == (byte) 0xFF);
            if (mark) {
                return "UTF-16";
            }
            if (b[0] == 0 && b[1] != 0) {
                return "UTF-16BE";
            }
            if (b[0] != 0 && b[1] == 0) {
                return "UTF-16LE";
            }
        }
        return "";
    }

    private static byte[] first(JsonFile file) {
        ByteBuffer buffer = ByteBuffer.allocate(LOOK_AHEAD);
        try (SeekableByteChannel channel = file.open(0)) {
            while (buffer.hasRemaining() && file.read(channel, buffer) >= 0) {
                // A read may give fewer bytes than there are.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }
}

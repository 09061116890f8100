package dev.ferry.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The last bytes of an archive: the SHA-256 of all bytes before them, in hexadecimal digits.
 *
 * <p>A zip file ends with its comment (APPNOTE.TXT, 4.3.16), so they are one. With them every byte of the file has a
 * checksum, also those of the zip's own structure, which no entry's checksum covers.
 */
final class Seal {
    /** What comes before the digits in the comment. */
    private static final String LABEL = "Ferry backup, SHA-256 of all bytes before: ";

    private static final int DIGITS = 64;

    /** A comment for an archive that is not sealed yet. */
    static final String BLANK = LABEL + "0".repeat(DIGITS);

    private Seal() {}

    /** Seals a finished archive; gives the SHA-256 of the whole file. */
    static String set(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size() - DIGITS;
            MessageDigest before = digest(channel, end);
            byte[] digits = digits(before);
            ByteBuffer seal = ByteBuffer.wrap(digits);
            while (seal.hasRemaining()) {
                channel.write(seal, end + seal.position());
            }
            return whole(before, digits);
        }
    }

    /** Checks the seal; gives the SHA-256 of the whole file. */
    static String check(Path file) throws IOException, Damage {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] comment = new byte[BLANK.length()];
            long start = channel.size() - comment.length;
            if (start < 0) {
                throw new Damage("its end is missing");
            }
            read(channel, ByteBuffer.wrap(comment), start);
            String text = new String(comment, StandardCharsets.ISO_8859_1);
            if (!text.startsWith(LABEL)) {
                throw new Damage("its end is missing, or it is no backup of Ferry's");
            }
            MessageDigest before = digest(channel, channel.size() - DIGITS);
            byte[] digits = digits(before);
            if (!text.endsWith(new String(digits, StandardCharsets.ISO_8859_1))) {
                throw new Damage("its checksum is not that of its bytes");
            }
            return whole(before, digits);
        }
    }

    private static MessageDigest digest(FileChannel channel, long end) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long position = 0;
        while (position < end) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
            read(channel, buffer, position);
            position += buffer.flip().remaining();
            digest.update(buffer);
        }
        return digest;
    }

    private static void read(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        long next = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, next);
            if (read < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            next += read;
        }
    }

    private static byte[] digits(MessageDigest before) {
        byte[] hash = copy(before).digest();
        return HexFormat.of().formatHex(hash).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String whole(MessageDigest before, byte[] digits) {
        MessageDigest whole = copy(before);
        whole.update(digits);
        return HexFormat.of().formatHex(whole.digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}

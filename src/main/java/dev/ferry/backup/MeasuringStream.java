package dev.ferry.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Counts and digests what goes through. */
final class MeasuringStream extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private long bytes;

    MeasuringStream(OutputStream out) {
        this.out = out;
    }

    /** The entry that went through. */
    ArchiveEntry entry(String name, long records) {
        return new ArchiveEntry(name, records, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] values, int offset, int length) throws IOException {
        out.write(values, offset, length);
        digest.update(values, offset, length);
        bytes += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}

package dev.ferry.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** An entry on its way out of an archive: read no further than its manifest allows, and digested. */
final class EntryStream extends InputStream {
    private final InputStream in;
    private final ArchiveEntry entry;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private long bytes;
    private long lines;

    EntryStream(InputStream in, ArchiveEntry entry) {
        this.in = in;
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Ends where the manifest says, so that a zip bomb unpacks no more than it owns up to. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int allowed = (int) Math.min(length, entry.bytes() - bytes);
        if (allowed <= 0) {
            return length == 0 ? 0 : -1;
        }
        int read = in.read(buffer, offset, allowed);
        if (read > 0) {
            digest.update(buffer, offset, read);
            bytes += read;
            for (int i = offset; i < offset + read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return read;
    }

    /** Reads what is left, and checks that all of it is what the manifest says. */
    void requireWhole() throws IOException, Damage {
        byte[] buffer = new byte[1 << 16];
        while (read(buffer, 0, buffer.length) >= 0) {
            // Only its digest is wanted.
        }
        if (bytes < entry.bytes() || in.read() >= 0) {
            throw new Damage("its entry " + entry.name() + " has another length than its manifest says");
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw new Damage("its entry " + entry.name() + " has another checksum than its manifest says");
        }
        if (!entry.name().startsWith(EntryName.FILES) && lines != entry.records()) {
            throw new Damage(
                    "its entry " + entry.name() + " has " + lines + " lines, and its manifest says " + entry.records());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

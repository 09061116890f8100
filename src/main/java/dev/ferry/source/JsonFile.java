package dev.ferry.source;

import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** A file of a source: opened as often as needed, and refused once it is no longer what it was at first. */
final class JsonFile {
    private final Path path;
    private final String name;
    private final long size;
    private final FileTime modified;

    /** @param name the file as the user named it */
    JsonFile(Path path, String name) {
        this.path = path;
        this.name = name;
        if (!Files.isRegularFile(path)) {
            throw new UsageException(name + (Files.exists(path) ? " is not a regular file" : " does not exist"), null);
        }
        try {
            this.size = Files.size(path);
            this.modified = Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    String name() {
        return name;
    }

    /** The last part of its name. */
    String fileName() {
        return String.valueOf(path.getFileName());
    }

    /** The end of its name, from the last dot on; empty where there is none. */
    String extension() {
        int dot = fileName().lastIndexOf('.');
        return dot > 0 ? fileName().substring(dot) : "";
    }

    /** Its length in bytes. */
    long size() {
        return size;
    }

    /** Opens it at an offset. The caller closes the channel. */
    SeekableByteChannel open(long offset) {
        requireUnchanged();
        try {
            return Files.newByteChannel(path).position(offset);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Goes to an offset. */
    void seek(SeekableByteChannel channel, long offset) {
        try {
            channel.position(offset);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Reads into a buffer; -1 at the end of the file. */
    int read(SeekableByteChannel channel, ByteBuffer buffer) {
        try {
            return channel.read(buffer);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Refuses a file that changed since it was first looked at: what was checked in one pass would not be what is written in
     * the next.
     */
    void requireUnchanged() {
        try {
            if (Files.size(path) != size || !Files.getLastModifiedTime(path).equals(modified)) {
                throw new RefusalException(name + " was changed while it was read", "run again when it is complete");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The SHA-256 of its bytes in lower-case hexadecimal, as sha256sum prints it. */
    String sha256() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (SeekableByteChannel channel = open(0);
                InputStream in = new DigestInputStream(Channels.newInputStream(channel), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw unreadable(e);
        }
        requireUnchanged();
        return HexFormat.of().formatHex(digest.digest());
    }

    private UsageException unreadable(IOException e) {
        String reason = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new UsageException(name + " cannot be read: " + reason, null);
    }
}

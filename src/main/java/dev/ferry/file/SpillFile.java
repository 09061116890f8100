package dev.ferry.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values that are too many for the memory, in a temporary file that only its owner can read; made when the first one comes, gone
 * when closed. A full disk is an {@link UncheckedIOException}. Not thread-safe.
 */
public final class SpillFile<T> implements AutoCloseable {
    private final String prefix;
    private final Form<T> form;
    private @Nullable Path file;
    private @Nullable DataOutputStream out;
    private long count;

    /** @param prefix of the file's name */
    public SpillFile(String prefix, Form<T> form) {
        this.prefix = prefix;
        this.form = form;
    }

    /** How a value is written and read again. */
    public interface Form<T> {
        void write(DataOutputStream out, T value) throws IOException;

        T read(DataInputStream in) throws IOException;
    }

    /** How many values it holds. */
    public long count() {
        return count;
    }

    public void add(T value) {
        try {
            if (out == null) {
                file = Files.createTempFile(prefix, ".bin");
                out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
            }
            form.write(out, value);
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all values in the order in which they were added. */
    public void forEach(Consumer<T> action) {
        if (file == null || out == null) {
            return;
        }
        try {
            out.flush();
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (long i = 0; i < count; i++) {
                    action.accept(form.read(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text of any length; {@code writeUTF} ends at 65,535 bytes. */
    public static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads what {@link #writeText} wrote. */
    public static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}

package dev.ferry.verify;

import dev.ferry.source.Position;
import dev.ferry.verify.Difference.Kind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Differences in a temporary file that only its owner can read; made when the first one comes, gone when closed. */
final class DifferenceFile implements AutoCloseable {
    private static final int NOTHING = -1;

    private @Nullable Path file;
    private @Nullable DataOutputStream out;
    private long count;

    long count() {
        return count;
    }

    void add(Difference difference) {
        try {
            if (out == null) {
                file = Files.createTempFile("ferry-differences", ".bin");
                out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
            }
            write(out, difference);
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forEach(Consumer<Difference> action) {
        if (file == null || out == null) {
            return;
        }
        try {
            out.flush();
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (long i = 0; i < count; i++) {
                    action.accept(read(in));
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

    private static void write(DataOutputStream out, Difference difference) throws IOException {
        out.writeByte(difference.kind().ordinal());
        writeText(out, Optional.of(difference.entity()));
        writeText(out, Optional.of(difference.id()));
        writeText(out, Optional.of(difference.column()));
        writeText(out, difference.expected());
        writeText(out, difference.found());
        Position position = difference.position();
        writeText(out, Optional.of(position.file()));
        writeText(out, Optional.of(position.section()));
        out.writeLong(position.index());
        out.writeLong(position.line());
        out.writeInt(position.column());
        writeText(out, Optional.of(position.pointer()));
        writeText(out, Optional.of(position.row()));
    }

    private static Difference read(DataInputStream in) throws IOException {
        return new Difference(
                Kind.values()[in.readByte()],
                text(in),
                text(in),
                text(in),
                readText(in),
                readText(in),
                new Position(text(in), text(in), in.readLong(), in.readLong(), in.readInt(), text(in), text(in)));
    }

    /** Not writeUTF: that ends at 65,535 bytes. */
    private static void writeText(DataOutputStream out, Optional<String> text) throws IOException {
        if (text.isEmpty()) {
            out.writeInt(NOTHING);
            return;
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return readText(in).orElseThrow();
    }

    private static Optional<String> readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NOTHING
                ? Optional.empty()
                : Optional.of(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
}

package dev.ferry.validate;

import dev.ferry.source.Position;
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

/** Violations in a temporary file that only its owner can read; made when the first one comes, gone when closed. */
final class ViolationFile implements AutoCloseable {
    private @Nullable Path file;
    private @Nullable DataOutputStream out;
    private long count;

    long count() {
        return count;
    }

    void add(Violation violation) {
        try {
            if (out == null) {
                file = Files.createTempFile("ferry-violations", ".bin");
                out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
            }
            write(out, violation);
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forEach(Consumer<Violation> action) {
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

    private static void write(DataOutputStream out, Violation violation) throws IOException {
        Position position = violation.position();
        writeText(out, position.file());
        writeText(out, position.section());
        out.writeLong(position.index());
        out.writeLong(position.line());
        out.writeInt(position.column());
        writeText(out, position.pointer());
        writeText(out, position.row());
        writeText(out, violation.entity());
        writeText(out, violation.id());
        writeText(out, violation.field());
        writeText(out, violation.constraint());
        writeText(out, violation.message());
        writeText(out, violation.value());
    }

    private static Violation read(DataInputStream in) throws IOException {
        Position position = new Position(
                readText(in), readText(in), in.readLong(), in.readLong(), in.readInt(), readText(in), readText(in));
        return new Violation(
                position, readText(in), readText(in), readText(in), readText(in), readText(in), readText(in));
    }

    /** Not writeUTF: that ends at 65,535 bytes. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}

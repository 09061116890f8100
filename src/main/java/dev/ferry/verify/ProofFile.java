package dev.ferry.verify;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.verify.Proof.ProvedEntity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes and reads a {@link Proof} as JSON. */
public final class ProofFile {
    /** The version of the file's format. */
    static final int FORMAT = 1;

    static final JsonFactory JSON = new JsonFactory();

    private ProofFile() {}

    /**
     * Writes a proof in place of an older file of that name. It stands under its name only when it is whole and on the disk.
     *
     * @throws FerryException where the disk is full or fails; the file is then as it was before
     */
    public static void write(Path file, Proof proof) {
        try {
            // Through a link, not over it.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path unfinished = target.resolveSibling(
                    target.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
            try {
                try (FileChannel channel = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(json(proof));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException | JacksonException e) {
            throw new ProofException(file, e);
        }
    }

    /**
     * Reads a proof.
     *
     * @throws UsageException where there is none, or none of a format that this version knows
     */
    public static Proof read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageException(
                    "the proof " + file + " cannot be read: " + e.getClass().getSimpleName(),
                    "give --check-proof a file that verify --proof wrote");
        }
        try {
            return new ProofReader(bytes).read();
        } catch (JacksonException | ProofReader.NoProof e) {
            throw new UsageException(
                    file + " is no proof: "
                            + (e instanceof ProofReader.NoProof ? e.getMessage() : "it is not well-formed JSON"),
                    "give --check-proof a file that verify --proof wrote");
        }
    }

    private static byte[] json(Proof proof) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObjectWriteContext indented = new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (JsonGenerator json = JSON.createGenerator(indented, out)) {
            json.writeStartObject();
            json.writeNumberProperty("formatVersion", FORMAT);
            json.writeStringProperty("tool", proof.tool());
            json.writeStringProperty("profile", proof.profile());
            json.writeStringProperty("profileVersion", proof.profileVersion());
            json.writeStringProperty("schema", proof.schema());
            write(json, "run", proof.run());
            write(json, "tag", proof.tag());
            json.writeStringProperty("source", proof.source());
            json.writeStringProperty("sourceSha256", proof.sourceSha256());
            json.writeObjectPropertyStart("options");
            new TreeMap<>(proof.options()).forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeArrayPropertyStart("entities");
            proof.entities().forEach(entity -> write(json, entity));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, ProvedEntity entity) {
        json.writeStartObject();
        json.writeStringProperty("entity", entity.entity());
        json.writeArrayPropertyStart("columns");
        entity.columns().forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("rows", entity.rows());
        json.writeStringProperty("sha256", entity.sha256());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    /** The disk did not take the proof. */
    private static final class ProofException extends FerryException {
        private static final long serialVersionUID = 1L;

        ProofException(Path file, Throwable cause) {
            super(
                    ExitCode.ENVIRONMENT,
                    "the proof " + file + " could not be written: "
                            + cause.getClass().getSimpleName(),
                    "make room, or name a file on another disk",
                    cause);
        }
    }
}

package dev.ferry.migration;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.password.Hasher;
import dev.ferry.password.PasswordHash;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Sources;
import dev.ferry.validate.Violation;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Keeps rejected records as JSON Lines, each with its section, key and reasons, so that they can be edited and migrated
 * again. Secret values are replaced by their hashes. The file appears under its name only when the run has ended, and only its owner can read it.
 */
final class Rejects implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rejects.class);
    private static final JsonFactory JSON = new JsonFactory();

    private final SensitiveFields sensitive;
    private final Hasher hasher = new Hasher(PasswordHash.BCRYPT);
    private final @Nullable Path file;
    private final @Nullable Path temporary;
    private final @Nullable OutputStream out;

    private Rejects(
            SensitiveFields sensitive, @Nullable Path file, @Nullable Path temporary, @Nullable OutputStream out) {
        this.sensitive = sensitive;
        this.file = file;
        this.temporary = temporary;
        this.out = out;
    }

    /**
     * Keeps them in this file, or nowhere.
     *
     * @throws UsageException where the file is part of the source, is no regular file, or cannot be written
     */
    static Rejects to(MigrationOptions options) {
        if (options.rejects().isEmpty()) {
            return new Rejects(new SensitiveFields(Map.of()), null, null, null);
        }
        Path given = options.rejects().get();
        if (options.database().isEmpty()
                && Sources.reads(options.source(), options.profile().sections(), given)) {
            throw new UsageException(
                    "rejected records would be written over the source " + given, "give --rejects another file");
        }
        try {
            // What a symbolic link names is replaced, not the link.
            Path target = Files.exists(given) ? given.toRealPath() : given.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new UsageException(given + " is no regular file", "give --rejects a file");
            }
            // Made by its owner for its owner: createTempFile sets 0600.
            Path temporary = Files.createTempFile(target.getParent(), ".ferry-rejects", ".jsonl");
            return new Rejects(
                    SensitiveFields.of(options.profile()),
                    target,
                    temporary,
                    new BufferedOutputStream(Files.newOutputStream(temporary)));
        } catch (IOException e) {
            throw new UsageException(
                    "rejected records cannot be written to " + given, "choose a folder that you may write to");
        }
    }

    /** Adds a record and why it was rejected. */
    void add(Section section, RawRecord raw, List<Violation> violations) {
        if (out == null) {
            return;
        }
        try {
            JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new Unclosed(out));
            json.writeStartObject();
            json.writeStringProperty("section", section.name());
            raw.key().ifPresent(key -> json.writeStringProperty("key", key));
            if (raw.form() != RawRecord.Form.JSON) {
                // A text that says a number is one only as long as it is known to come from a source without types.
                json.writeStringProperty("form", raw.form().name());
            }
            json.writeName("record");
            json.writeRawValue(onOneLine(concealed(section, raw)));
            json.writeName("violations");
            json.writeStartArray();
            violations.forEach(violation -> write(json, violation));
            json.writeEndArray();
            json.writeEndObject();
            json.close();
            out.write('\n');
        } catch (IOException | JacksonIOException e) {
            throw full(e);
        }
    }

    private static void write(JsonGenerator json, Violation violation) {
        json.writeStartObject();
        json.writeStringProperty("field", violation.field());
        json.writeStringProperty("constraint", violation.constraint());
        json.writeStringProperty("message", violation.message());
        json.writeStringProperty("value", violation.value());
        json.writeStringProperty("file", violation.position().file());
        json.writeNumberProperty("line", violation.position().line());
        json.writeNumberProperty("column", violation.position().column());
        json.writeStringProperty("pointer", violation.position().pointer());
        json.writeEndObject();
    }

    private byte[] concealed(Section section, RawRecord raw) {
        if (sensitive.bySection().isEmpty()) {
            return raw.bytes();
        }
        return new ConcealedRecord(member -> sensitive.mayBeSecret(section, member), hasher).of(raw.bytes());
    }

    /** JSON has line breaks only between its tokens (RFC 8259, section 2), so each may become a space. */
    private static String onOneLine(byte[] json) {
        return new String(json, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' ');
    }

    /** Gives the file its name; without it, {@link #close} leaves nothing behind. */
    void keep() {
        if (file == null || temporary == null || out == null) {
            return;
        }
        try {
            out.close();
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw full(e);
        }
    }

    private FerryException full(Exception cause) {
        return new RejectsException("rejected records could not be written to " + file, cause);
    }

    /** Leaves nothing behind but what was kept. */
    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            LOG.debug("the end of {} was not written", temporary, e);
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", temporary, e);
        }
    }

    /** The disk did not take the rejected records. */
    private static final class RejectsException extends FerryException {
        private static final long serialVersionUID = 1L;

        RejectsException(String message, Throwable cause) {
            super(ExitCode.ENVIRONMENT, message, "make room on the disk, or leave --rejects out", cause);
        }
    }

    /** Lets a generator end without ending the file. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

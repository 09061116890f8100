package dev.ferry.backup;

import dev.ferry.ledger.SchemaVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullMarked;

/** An archive that is made by hand, with a valid seal however wrong the rest is: its maker may be an enemy. */
@NullMarked
final class TestArchive {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<SavedTable> tables = new ArrayList<>();
    private UnaryOperator<byte[]> manifest = bytes -> bytes;

    /** An entry that the manifest lists rightly. */
    TestArchive table(String name, String lines) {
        return entry(name, lines).listed(name, lines);
    }

    /** An entry that is there, whatever the manifest says. */
    TestArchive entry(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** An entry in the manifest, whatever is there. */
    TestArchive listed(String name, String lines) {
        try {
            ArchiveEntry measured = Content.measure(name, out -> {
                out.write(lines.getBytes(StandardCharsets.UTF_8));
                return lines.lines().count();
            });
            return listed(measured);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    TestArchive listed(ArchiveEntry entry) {
        tables.add(new SavedTable("t" + tables.size(), List.of(new SavedTable.SavedColumn("id", "text")), entry));
        return this;
    }

    /** The manifest with other bytes. */
    TestArchive manifest(UnaryOperator<byte[]> change) {
        manifest = change;
        return this;
    }

    private Manifest manifest() {
        return new Manifest(
                Manifest.Kind.DATABASE,
                "1.0",
                "courses",
                "1",
                "courses",
                new SchemaVersion("abc", List.of("001")),
                "a database",
                Instant.parse("2026-11-20T09:00:00Z"),
                Optional.empty(),
                tables,
                Optional.empty(),
                List.of(),
                List.of());
    }

    Path write(Path file) throws IOException {
        return write(file, bytes -> bytes);
    }

    /** Writes it, with other bytes before it is sealed. */
    Path write(Path file, UnaryOperator<byte[]> change) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment(Seal.BLANK);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            ManifestWriter.write(manifest(), text);
            byte[] bytes = manifest.apply(text.toByteArray());
            if (bytes.length > 0) {
                zip.putNextEntry(new ZipEntry(Manifest.NAME));
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        Files.write(file, change.apply(Files.readAllBytes(file)));
        Seal.set(file);
        return file;
    }

    /** Puts a text in the place of another one of the same length, wherever it is. */
    static UnaryOperator<byte[]> replacing(String from, String to) {
        return bytes ->
                new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}

package dev.ferry.backup;

import dev.ferry.backup.JsonTree.Unexpected;
import dev.ferry.backup.SavedTable.SavedColumn;
import dev.ferry.ledger.SchemaVersion;
import dev.ferry.source.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Reads a manifest, and believes nothing of it that has not the form in which it is written. */
final class ManifestReader {
    private ManifestReader() {}

    /**
     * Reads one.
     *
     * @throws Damage where it is no manifest, or of a format that this version does not know
     */
    static Manifest read(byte[] content) throws Damage {
        try {
            JsonTree tree = JsonTree.read(content);
            long format = tree.number("format");
            if (format != Manifest.FORMAT) {
                throw new Damage("its format is " + format + ", this Ferry knows format " + Manifest.FORMAT);
            }
            return manifest(tree);
        } catch (JacksonException e) {
            throw new Damage("its manifest is no JSON");
        } catch (Unexpected | IllegalArgumentException | DateTimeException e) {
            throw new Damage("its manifest is not as Ferry writes one: " + Excerpt.of(String.valueOf(e.getMessage())));
        }
    }

    private static Manifest manifest(JsonTree tree) throws Unexpected {
        List<SavedTable> tables = new ArrayList<>();
        for (JsonTree table : tree.objects("tables")) {
            tables.add(table(table));
        }
        List<SavedSequence> sequences = new ArrayList<>();
        for (JsonTree sequence : tree.objects("sequences")) {
            sequences.add(
                    new SavedSequence(sequence.text("name"), sequence.number("lastValue"), sequence.truth("called")));
        }
        List<ArchiveEntry> files = new ArrayList<>();
        for (JsonTree file : tree.objects("files")) {
            files.add(entry(file));
        }
        Optional<JsonTree> identities = tree.optionalObject("identities");
        return new Manifest(
                Manifest.Kind.valueOf(tree.text("kind")),
                tree.text("ferryVersion"),
                tree.text("profile"),
                tree.text("profileVersion"),
                tree.text("schema"),
                new SchemaVersion(tree.text("schemaVersion"), tree.texts("changesets")),
                tree.text("origin"),
                Instant.parse(tree.text("created")),
                tree.optionalText("tag"),
                tables,
                identities.isPresent() ? Optional.of(entry(identities.get())) : Optional.empty(),
                sequences,
                files);
    }

    private static SavedTable table(JsonTree table) throws Unexpected {
        List<SavedColumn> columns = new ArrayList<>();
        for (JsonTree column : table.objects("columns")) {
            columns.add(new SavedColumn(column.text("name"), column.text("type")));
        }
        return new SavedTable(table.text("name"), columns, entry(table.object("entry")));
    }

    private static ArchiveEntry entry(JsonTree entry) throws Unexpected {
        return new ArchiveEntry(
                entry.text("name"), entry.number("records"), entry.number("bytes"), entry.text("sha256"));
    }
}

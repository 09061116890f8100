package dev.ferry.backup;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes a manifest as JSON, laid out for people; the stream stays open. */
final class ManifestWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    private ManifestWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(Manifest manifest, OutputStream out) {
        JsonGenerator json = JSON.createGenerator(layout(), out);
        new ManifestWriter(json).write(manifest);
        json.close();
    }

    private static ObjectWriteContext layout() {
        PrettyPrinter printer = new DefaultPrettyPrinter();
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
    }

    private void write(Manifest manifest) {
        json.writeStartObject();
        json.writeNumberProperty("format", Manifest.FORMAT);
        json.writeStringProperty("kind", manifest.kind().name());
        json.writeStringProperty("ferryVersion", manifest.ferryVersion());
        json.writeStringProperty("profile", manifest.profile());
        json.writeStringProperty("profileVersion", manifest.profileVersion());
        json.writeStringProperty("schema", manifest.schema());
        json.writeStringProperty("schemaVersion", manifest.version().digest());
        texts("changesets", manifest.version().changesets());
        json.writeStringProperty("origin", manifest.origin());
        json.writeStringProperty("created", manifest.created().toString());
        manifest.tag()
                .ifPresentOrElse(tag -> json.writeStringProperty("tag", tag), () -> json.writeNullProperty("tag"));
        json.writeArrayPropertyStart("tables");
        manifest.tables().forEach(this::table);
        json.writeEndArray();
        if (manifest.identities().isPresent()) {
            json.writeName("identities");
            entry(manifest.identities().get());
        } else {
            json.writeNullProperty("identities");
        }
        json.writeArrayPropertyStart("sequences");
        manifest.sequences().forEach(this::sequence);
        json.writeEndArray();
        json.writeArrayPropertyStart("files");
        manifest.files().forEach(this::entry);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void texts(String name, Iterable<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void table(SavedTable table) {
        json.writeStartObject();
        json.writeStringProperty("name", table.name());
        json.writeArrayPropertyStart("columns");
        table.columns().forEach(column -> {
            json.writeStartObject();
            json.writeStringProperty("name", column.name());
            json.writeStringProperty("type", column.type());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeName("entry");
        entry(table.entry());
        json.writeEndObject();
    }

    private void entry(ArchiveEntry entry) {
        json.writeStartObject();
        json.writeStringProperty("name", entry.name());
        json.writeNumberProperty("records", entry.records());
        json.writeNumberProperty("bytes", entry.bytes());
        json.writeStringProperty("sha256", entry.sha256());
        json.writeEndObject();
    }

    private void sequence(SavedSequence sequence) {
        json.writeStartObject();
        json.writeStringProperty("name", sequence.name());
        json.writeNumberProperty("lastValue", sequence.lastValue());
        json.writeBooleanProperty("called", sequence.called());
        json.writeEndObject();
    }
}

package dev.ferry.convert;

import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a section as one JSON value, its records as they stand. */
final class JsonWriter implements SectionWriter {
    private final OutputStream out;
    private final Section.Shape shape;
    private String before;

    JsonWriter(OutputStream out, Section.Shape shape) {
        this.out = out;
        this.shape = shape;
        this.before = shape == Section.Shape.SINGLE ? "" : "\n";
    }

    @Override
    public void begin() throws IOException {
        text(
                switch (shape) {
                    case KEYED -> "{";
                    case LIST -> "[";
                    case SINGLE -> "";
                });
    }

    @Override
    public void write(RawRecord record) throws IOException {
        text(before);
        before = ",\n";
        if (record.key().isPresent()) {
            text(JsonString.of(record.key().get()) + ": ");
        }
        out.write(record.bytes());
    }

    @Override
    public void end() throws IOException {
        text(
                switch (shape) {
                    case KEYED -> "\n}\n";
                    case LIST -> "\n]\n";
                    case SINGLE -> "\n";
                });
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}

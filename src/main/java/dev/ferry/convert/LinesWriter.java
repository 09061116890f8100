package dev.ferry.convert;

import dev.ferry.source.RawRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a record in each line, as it stands but for its line breaks; with a key as the one member of an object. */
final class LinesWriter implements SectionWriter {
    private final OutputStream out;

    LinesWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin() {}

    @Override
    public void write(RawRecord record) throws IOException {
        if (record.key().isPresent()) {
            out.write(("{" + JsonString.of(record.key().get()) + ": ").getBytes(StandardCharsets.UTF_8));
        }
        out.write(onOneLine(record.bytes()));
        out.write((record.key().isPresent() ? "}\n" : "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A line break inside a JSON text is written as an escape, so those that are found stand between values. */
    private static byte[] onOneLine(byte[] json) {
        byte[] line = json.clone();
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' || line[i] == '\r' ? (byte) ' ' : line[i];
        }
        return line;
    }

    @Override
    public void end() {}
}

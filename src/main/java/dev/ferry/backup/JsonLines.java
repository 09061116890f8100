package dev.ferry.backup;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON Lines: an object a line, with a newline between them; the stream stays open. */
final class JsonLines {
    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator("\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private JsonLines() {}

    /** A generator whose root values are the lines; the newline of the last one is its user's. */
    static JsonGenerator to(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out);
    }
}

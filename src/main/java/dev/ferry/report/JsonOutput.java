package dev.ferry.report;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes one JSON object as a stream; nothing of it is held. Ends it with a newline. */
final class JsonOutput {
    // A document that broke off must not look whole, so its brackets stay open.
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private final JsonGenerator json;

    private JsonOutput(JsonGenerator json) {
        this.json = json;
    }

    /** How a document is laid out. */
    enum Layout {
        /** All in one line, for programs. */
        ONE_LINE,
        /** Indented by two spaces, for files that people open as well. */
        INDENTED
    }

    /** Writes an object with the members that the body writes. */
    static void write(Appendable out, Layout layout, Consumer<JsonOutput> body) {
        AppendableWriter writer = new AppendableWriter(out);
        try (JsonGenerator json = FACTORY.createGenerator(context(layout), writer)) {
            json.writeStartObject();
            body.accept(new JsonOutput(json));
            json.writeEndObject();
            json.flush();
        }
        writer.line("");
        writer.flush();
    }

    private static ObjectWriteContext context(Layout layout) {
        if (layout == Layout.ONE_LINE) {
            return ObjectWriteContext.empty();
        }
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
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

    JsonOutput text(String name, String value) {
        json.writeStringProperty(name, Visible.wellFormed(value));
        return this;
    }

    /** A text, or null where there is none, so that the member is always there. */
    JsonOutput textOrNull(String name, Optional<String> value) {
        value.ifPresentOrElse(text -> text(name, text), () -> json.writeNullProperty(name));
        return this;
    }

    JsonOutput number(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    JsonOutput number(String name, double value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    /** A whole number, or null where there is none. */
    JsonOutput numberOrNull(String name, OptionalLong value) {
        value.ifPresentOrElse(number -> number(name, number), () -> json.writeNullProperty(name));
        return this;
    }

    JsonOutput truth(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    JsonOutput object(String name, Runnable members) {
        json.writeObjectPropertyStart(name);
        members.run();
        json.writeEndObject();
        return this;
    }

    /** An array of what the body writes with {@link #element}. */
    JsonOutput array(String name, Runnable elements) {
        json.writeArrayPropertyStart(name);
        elements.run();
        json.writeEndArray();
        return this;
    }

    /** An array of objects, one for each value. */
    <T> JsonOutput array(String name, Collection<T> values, Consumer<T> members) {
        return array(name, () -> values.forEach(value -> element(() -> members.accept(value))));
    }

    JsonOutput texts(String name, Collection<String> values) {
        return array(name, () -> values.forEach(value -> json.writeString(Visible.wellFormed(value))));
    }

    JsonOutput element(Runnable members) {
        json.writeStartObject();
        members.run();
        json.writeEndObject();
        return this;
    }
}

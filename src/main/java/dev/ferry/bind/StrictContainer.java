package dev.ferry.bind;

import dev.ferry.source.RawRecord.Form;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.util.AccessPattern;

/** Reads a collection or map where an array or object stands; notes anything else as a problem and gives no value. */
final class StrictContainer extends DelegatingDeserializer {
    /** PostgreSQL's own limit (src/include/utils/array.h, MAXDIM). */
    private static final int MAX_DIMENSIONS = 6;

    private static final String EMPTY = "[]";

    private final Findings findings;
    private final JavaType type;
    private final JsonToken opening;
    private final NullPolicy nulls;

    private StrictContainer(
            ValueDeserializer<?> delegate, Findings findings, JavaType type, JsonToken opening, NullPolicy nulls) {
        super(delegate);
        this.findings = findings;
        this.type = type;
        this.opening = opening;
        this.nulls = nulls;
    }

    static StrictContainer array(ValueDeserializer<?> delegate, JavaType type, Findings findings) {
        return new StrictContainer(delegate, findings, type, JsonToken.START_ARRAY, NullPolicy.ALLOWED);
    }

    static StrictContainer object(ValueDeserializer<?> delegate, JavaType type, Findings findings) {
        return new StrictContainer(delegate, findings, type, JsonToken.START_OBJECT, NullPolicy.ALLOWED);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> newDelegate) {
        return new StrictContainer(newDelegate, findings, type, opening, nulls);
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        ValueDeserializer<?> delegate = context.handleSecondaryContextualization(getDelegatee(), property, type);
        return new StrictContainer(delegate, findings, type, opening, NullPolicy.of(type, property));
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(opening)) {
            if (type.isMapLikeType()) {
                Location.markMap(parser);
            }
            return super.deserialize(parser, context);
        }
        Optional<byte[]> literal = findings.has(parser) ? Optional.empty() : literal(parser);
        if (literal.isPresent()) {
            return read(literal.get(), parser, context);
        }
        refuse(parser);
        return null;
    }

    /** The array that a text stands for where the source has no types: PostgreSQL writes one in braces. */
    private Optional<byte[]> literal(JsonParser parser) {
        if (opening != JsonToken.START_ARRAY || findings.raw().form() != Form.TEXT) {
            return Optional.empty();
        }
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            // An empty one looks like JSON's empty object.
            String written = JsonExcerpt.at(findings.bytes(), Location.byteIndex(parser));
            return ArrayLiteral.json(written, 1).filter(json -> json.length == EMPTY.length());
        }
        return parser.hasToken(JsonToken.VALUE_STRING)
                ? ArrayLiteral.json(parser.getString(), MAX_DIMENSIONS)
                : Optional.empty();
    }

    private @Nullable Object read(byte[] json, JsonParser outer, DeserializationContext context) {
        int byteIndex = Location.byteIndex(outer);
        List<String> path = Location.path(outer);
        outer.skipChildren();
        try (JsonParser array = context.createParser(json)) {
            array.nextToken();
            findings.begin(new Literal(array, json, byteIndex, path));
            return super.deserialize(array, context);
        } finally {
            findings.endLiteral();
        }
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        JsonParser parser = findings.parser(context);
        if (nulls == NullPolicy.REFUSED && parser.hasToken(JsonToken.VALUE_NULL)) {
            refuse(parser);
        }
        return null;
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }

    private void refuse(JsonParser parser) {
        String found = JsonExcerpt.kind(findings.bytes(), Location.byteIndex(parser));
        String expected = opening == JsonToken.START_ARRAY ? "an array" : "an object";
        findings.add(parser, Rule.TYPE, expected + " is expected, found " + found);
        parser.skipChildren();
    }
}

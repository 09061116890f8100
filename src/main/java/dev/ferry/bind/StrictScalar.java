package dev.ferry.bind;

import dev.ferry.source.RawRecord.Form;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.util.AccessPattern;

/** Reads a scalar that is written exactly as its type asks; notes anything else as a problem and gives no value. */
final class StrictScalar<T> extends StdScalarDeserializer<T> {
    private final Findings findings;
    private final ScalarType<T> type;
    private final NullPolicy nulls;
    private final @Nullable T absent;

    private StrictScalar(Class<T> target, Findings findings, ScalarType<T> type, NullPolicy nulls, @Nullable T absent) {
        super(target);
        this.findings = findings;
        this.type = type;
        this.nulls = nulls;
        this.absent = absent;
    }

    /** For a component that may be null or missing. */
    static <T> StrictScalar<T> nullable(Class<T> target, ScalarType<T> type, Findings findings) {
        return new StrictScalar<>(target, findings, type, NullPolicy.ALLOWED, null);
    }

    /** For a primitive component, with its value where it is missing. */
    static <T> StrictScalar<T> primitive(Class<T> target, ScalarType<T> type, Findings findings, T absent) {
        return new StrictScalar<>(target, findings, type, NullPolicy.REFUSED, absent);
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        if (property != null && property.getType().isContainerType()) {
            return new StrictScalar<>(handledClass(), findings, type, NullPolicy.REFUSED, absent);
        }
        return this;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        if (findings.has(parser)) {
            parser.skipChildren();
            return absent;
        }
        T value = findings.raw().form() == Form.TEXT ? type.readSaid(parser) : type.read(parser);
        if (value == null) {
            refuse(parser);
        }
        return value == null ? absent : value;
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) {
        JsonParser parser = findings.parser(context);
        if (nulls == NullPolicy.REFUSED && parser.hasToken(JsonToken.VALUE_NULL)) {
            refuse(parser);
        }
        return absent;
    }

    @Override
    public @Nullable T getAbsentValue(DeserializationContext context) {
        return absent;
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }

    private void refuse(JsonParser parser) {
        findings.add(parser, Rule.TYPE, type.expected() + " is expected, found " + found(parser));
        parser.skipChildren();
    }

    /** What stands there, without the value itself: that may be a secret, so messages leave it out. */
    private String found(JsonParser parser) {
        boolean rightKind = parser.currentToken() == type.token();
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_FLOAT -> "a number with a fraction or an exponent";
            case VALUE_NUMBER_INT -> rightKind ? "a whole number outside that range" : "a number";
            case VALUE_STRING -> rightKind ? "other text" : "text";
            default -> JsonExcerpt.kind(findings.bytes(), Location.byteIndex(parser));
        };
    }

    @SuppressWarnings("unchecked")
    private Class<T> handledClass() {
        return (Class<T>) handledType();
    }
}

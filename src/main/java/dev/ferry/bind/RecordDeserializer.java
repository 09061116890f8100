package dev.ferry.bind;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.util.AccessPattern;

/**
 * Reads a DTO where an object stands, and notes the members that it does not know.
 *
 * <p>It tells Jackson to include the known names only, since what is left out that way is offered at its place, while what
 * is unknown is copied first and offered without one.
 */
final class RecordDeserializer extends BeanDeserializer {
    private final transient Findings findings;
    private final NullPolicy nulls;

    RecordDeserializer(BeanDeserializer jackson, Set<String> known, Findings findings) {
        super(jackson, Set.of(), known);
        this.findings = findings;
        this.nulls = NullPolicy.ALLOWED;
    }

    private RecordDeserializer(RecordDeserializer original, NullPolicy nulls) {
        super(original);
        this.findings = original.findings;
        this.nulls = nulls;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        ValueDeserializer<?> contextual = super.createContextual(context, property);
        return contextual instanceof RecordDeserializer known
                ? new RecordDeserializer(known, NullPolicy.of(getValueType(), property))
                : contextual;
    }

    @Override
    public BeanDeserializer withByNameInclusion(Set<String> ignorable, Set<String> known) {
        return new RecordDeserializer(this, known, findings);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            refuse(parser);
            return null;
        }
        int start = Location.byteIndex(parser);
        try {
            return super.deserialize(parser, context);
        } catch (RefusedByDto e) {
            if (findings.none()) {
                findings.add(start, Location.path(parser), Rule.TYPE, e.getMessage());
            }
            return null;
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

    @Override
    protected void handleIgnoredProperty(
            JsonParser parser, DeserializationContext context, Object beanOrClass, String name) {
        findings.unknown(parser);
        parser.skipChildren();
    }

    /** A DTO may refuse its values; where one was left out for a problem it may fail for that reason alone. */
    @Override
    protected Object wrapInstantiationProblem(DeserializationContext context, Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        if (findings.none() && !(cause instanceof IllegalArgumentException)) {
            throw new IllegalStateException("cannot make a " + handledType().getName(), thrown);
        }
        throw new RefusedByDto(String.valueOf(cause.getMessage()));
    }

    private void refuse(JsonParser parser) {
        String found = JsonExcerpt.kind(findings.bytes(), Location.byteIndex(parser));
        findings.add(parser, Rule.TYPE, "an object is expected, found " + found);
        parser.skipChildren();
    }

    /** Carries a DTO's words from where it is made to where its place is known. */
    private static final class RefusedByDto extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedByDto(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}

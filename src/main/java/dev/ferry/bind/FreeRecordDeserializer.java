package dev.ferry.bind;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.util.AccessPattern;

/** Reads a DTO all of whose components are injected, whatever kind of value stands there. */
final class FreeRecordDeserializer extends BeanDeserializer {
    private final transient Findings findings;

    FreeRecordDeserializer(BeanDeserializer jackson, Findings findings) {
        super(jackson);
        this.findings = findings;
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        if (findings.has(parser)) {
            parser.skipChildren();
            return null;
        }
        findings.begin(FreeValue.read(parser, findings.bytes()));
        try {
            PropertyValueBuffer injected =
                    _propertyBasedCreator.startBuilding(parser, context, _objectIdReader, _needViewProcesing);
            return _propertyBasedCreator.build(context, injected);
        } finally {
            findings.endValue();
        }
    }

    /** Null is as good as a missing component, but it is no record. */
    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        JsonParser parser = findings.parser(context);
        if (parser.hasToken(JsonToken.VALUE_NULL) && Location.path(parser).isEmpty()) {
            findings.add(parser, Rule.TYPE, "a value is expected, found null");
        }
        return null;
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }
}

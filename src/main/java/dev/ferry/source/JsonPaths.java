package dev.ferry.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Finds values inside one JSON value. The scanner has checked it and limits it, so Jackson's own limits are off. */
final class JsonPaths {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonPaths() {}

    /** Index of the first byte of the value at a path, or of the nearest value around it. */
    static int find(byte[] json, List<String> path) {
        try (JsonParser parser = parser(LoneSurrogates.replaced(json))) {
            parser.nextToken();
            for (String step : path) {
                int around = offset(parser);
                if (!descend(parser, step)) {
                    return around;
                }
            }
            return offset(parser);
        }
    }

    /** The path that a reader is on at the end of an incomplete or broken value. */
    static List<String> pathAtEnd(byte[] json, int from, int to) {
        byte[] begun = Arrays.copyOfRange(json, from, to);
        JsonParser parser = parser(begun);
        try (parser) {
            while (parser.nextToken() != null) {
                parser.finishToken();
            }
        } catch (StreamReadException e) {
            return path(parser.streamReadContext());
        }
        return List.of();
    }

    /** The scalar in a member of an object, as text; null is none. */
    static Optional<String> scalar(byte[] json, String member) {
        try (JsonParser parser = parser(LoneSurrogates.replaced(json))) {
            parser.nextToken();
            if (descend(parser, member)
                    && parser.currentToken().isScalarValue()
                    && parser.currentToken() != JsonToken.VALUE_NULL) {
                return Optional.of(parser.getString());
            }
            return Optional.empty();
        }
    }

    /** The same, but nothing for null. */
    static Optional<String> identity(byte[] json, String member) {
        try (JsonParser parser = parser(LoneSurrogates.replaced(json))) {
            parser.nextToken();
            boolean there = descend(parser, member)
                    && parser.currentToken().isScalarValue()
                    && parser.currentToken() != JsonToken.VALUE_NULL;
            return there ? Optional.of(parser.getString()) : Optional.empty();
        }
    }

    /** The text of a string with its quotes. */
    static String text(byte[] quoted) {
        try (JsonParser parser = parser(quoted)) {
            parser.nextToken();
            return parser.getString();
        }
    }

    /** Whether bytes are one JSON value and nothing else. */
    static boolean isValue(byte[] bytes) {
        try (JsonParser parser = parser(bytes)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (StreamReadException e) {
            return false;
        }
    }

    /** Whether a JSON value has brackets at more levels than this. */
    static boolean isDeeper(byte[] json, int levels) {
        // Each level takes a byte at least.
        if (json.length <= levels || (json[0] != '{' && json[0] != '[' && json[0] > ' ')) {
            return false;
        }
        int depth = 0;
        try (JsonParser parser = parser(LoneSurrogates.replaced(json))) {
            for (JsonToken t = parser.nextToken(); t != null && depth <= levels; t = parser.nextToken()) {
                depth += t.isStructStart() ? 1 : t.isStructEnd() ? -1 : 0;
            }
        }
        return depth > levels;
    }

    /** The name of the only member of a JSON object; empty where the value is no object or has none or several. */
    static Optional<String> onlyMember(byte[] json) {
        try (JsonParser parser = parser(LoneSurrogates.replaced(json))) {
            if (parser.nextToken() != JsonToken.START_OBJECT || parser.nextToken() != JsonToken.PROPERTY_NAME) {
                return Optional.empty();
            }
            String name = parser.currentName();
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == JsonToken.END_OBJECT ? Optional.of(name) : Optional.empty();
        }
    }

    private static boolean descend(JsonParser parser, String step) {
        JsonToken container = parser.currentToken();
        if (container != JsonToken.START_OBJECT && container != JsonToken.START_ARRAY) {
            return false;
        }
        int index = 0;
        for (JsonToken t = parser.nextToken(); !t.isStructEnd(); t = parser.nextToken()) {
            boolean found;
            if (container == JsonToken.START_OBJECT) {
                found = parser.currentName().equals(step);
                parser.nextToken();
            } else {
                found = step.equals(Integer.toString(index++));
            }
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static List<String> path(TokenStreamContext context) {
        List<String> path = new ArrayList<>();
        for (TokenStreamContext c = context; c != null; c = c.getParent()) {
            if (c.inObject() && c.hasCurrentName()) {
                path.add(c.currentName());
            } else if (c.inArray() && c.hasCurrentIndex()) {
                path.add(Integer.toString(c.getCurrentIndex()));
            }
        }
        Collections.reverse(path);
        return path;
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** A parser of JSON that the scanner has checked. */
    static JsonParser parser(byte[] json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json);
    }
}

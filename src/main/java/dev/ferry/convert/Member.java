package dev.ferry.convert;

import dev.ferry.source.LoneSurrogates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** A member of a record, or all of one that is no object, which has no name then. */
final class Member {
    /** The source has checked and limited what it gives, so Jackson's own limits are off. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final String name;
    private final JsonToken kind;
    private final byte[] json;
    private final String text;

    private Member(String name, JsonToken kind, byte[] json, String text) {
        this.name = name;
        this.kind = kind;
        this.json = json;
        this.text = text;
    }

    /** Whether a value is an object. */
    static boolean isObject(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return parser.nextToken() == JsonToken.START_OBJECT;
        }
    }

    /** The members of an object, in their order. */
    static List<Member> of(byte[] json) {
        List<Member> members = new ArrayList<>();
        try (JsonParser parser = parser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.add(read(name, parser, json));
            }
        }
        return members;
    }

    /** All of a value. */
    static Member whole(byte[] json) {
        try (JsonParser parser = parser(json)) {
            parser.nextToken();
            return read("", parser, json);
        }
    }

    private static Member read(String name, JsonParser parser, byte[] json) {
        JsonToken kind = parser.currentToken();
        int from = (int) parser.currentTokenLocation().getByteOffset();
        String text = kind == JsonToken.VALUE_STRING ? parser.getString() : "";
        parser.skipChildren();
        parser.finishToken();
        // Behind a number the parser has gone one byte too far, or not, where the value ends with it.
        byte[] value = kind.isNumeric()
                ? parser.getString().getBytes(StandardCharsets.US_ASCII)
                : Arrays.copyOfRange(json, from, (int) parser.currentLocation().getByteOffset());
        return new Member(name, kind, value, text);
    }

    /** A lone surrogate in a name makes Jackson stop; what stands for it has the same length. */
    private static JsonParser parser(byte[] json) {
        return FACTORY.createParser(ObjectReadContext.empty(), LoneSurrogates.replaced(json));
    }

    String name() {
        return name;
    }

    /** The value as it stands. */
    byte[] json() {
        return json;
    }

    /** The characters of a text. */
    String text() {
        return text;
    }

    boolean isText() {
        return kind == JsonToken.VALUE_STRING;
    }

    boolean isContainer() {
        return kind.isStructStart();
    }

    /** Whether the value has half of a surrogate pair, which only an escape can say. */
    boolean hasLoneSurrogate() {
        return LoneSurrogates.replaced(json) != json;
    }
}

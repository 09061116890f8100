package dev.ferry.bind;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A value of any kind.
 *
 * @param json the value as it stands
 * @param text the characters of a text, anything else as it stands
 */
record FreeValue(String json, String text) {
    /** The value that the parser stands at; the parser goes to its end. */
    static FreeValue read(JsonParser parser, byte[] record) {
        int from = Location.byteIndex(parser);
        int length = JsonExcerpt.end(record, from, record.length) - from;
        String json = new String(record, from, length, StandardCharsets.UTF_8);
        String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : json;
        parser.skipChildren();
        return new FreeValue(json, text);
    }
}

package dev.ferry.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Gathers what fields the records of a file have, and of which kinds their values are. */
public final class FieldKinds {
    private final Map<String, Set<String>> kinds = new LinkedHashMap<>();
    private long records;

    /** Looks at a record; one that is no object has no fields. */
    public void add(RawRecord record) {
        records++;
        try (JsonParser parser = JsonPaths.parser(LoneSurrogates.replaced(record.bytes()))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
                String name = parser.currentName();
                kinds.computeIfAbsent(name, any -> new TreeSet<>()).add(kind(parser.nextToken()));
                parser.skipChildren();
            }
        }
    }

    /** How many records were looked at. */
    public long records() {
        return records;
    }

    /** The kinds of each field, as JSON names them, with commas between them; in the order in which fields were seen. */
    public Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        kinds.forEach((name, seen) -> types.put(name, String.join(", ", seen)));
        return types;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "object";
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "null";
        };
    }
}

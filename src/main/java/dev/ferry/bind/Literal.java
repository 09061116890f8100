package dev.ferry.bind;

import java.util.List;
import tools.jackson.core.JsonParser;

/** An array that a text of a record stands for; what is wrong in it is told of that text. */
final class Literal {
    private final JsonParser parser;
    private final byte[] json;
    private final int byteIndex;
    private final List<String> path;

    /**
     * @param parser reads the array
     * @param json the array
     * @param byteIndex where the text stands in the record
     * @param path the path to it
     */
    Literal(JsonParser parser, byte[] json, int byteIndex, List<String> path) {
        this.parser = parser;
        this.json = json;
        this.byteIndex = byteIndex;
        this.path = List.copyOf(path);
    }

    JsonParser parser() {
        return parser;
    }

    byte[] json() {
        return json;
    }

    int byteIndex() {
        return byteIndex;
    }

    List<String> path() {
        return path;
    }
}

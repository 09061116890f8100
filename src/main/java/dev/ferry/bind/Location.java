package dev.ferry.bind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/** Says where in a record a parser stands. */
final class Location {
    private static final String ANY = "*";

    /** Stands in the parser's context as the value that a level becomes; Jackson sets none for a map. */
    private static final Object MAP = new Object();

    private Location() {}

    /** Index of the current token's first byte. */
    static int byteIndex(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Says that the members of the object which the parser has just entered are entries of a map. */
    static void markMap(JsonParser parser) {
        parser.assignCurrentValue(MAP);
    }

    /** Member names and array indexes that lead to the current value. */
    static List<String> path(JsonParser parser) {
        List<String> path = new ArrayList<>();
        for (TokenStreamContext c = around(parser); c != null; c = c.getParent()) {
            if (c.inArray()) {
                path.add(Integer.toString(c.getCurrentIndex()));
            } else if (c.inObject()) {
                path.add(c.currentName());
            }
        }
        Collections.reverse(path);
        return path;
    }

    /** The same path with {@code *} for array indexes and for the keys of maps. */
    static List<String> kind(JsonParser parser) {
        List<String> path = new ArrayList<>();
        for (TokenStreamContext c = around(parser); c != null; c = c.getParent()) {
            if (c.inArray() || c.currentValue() == MAP) {
                path.add(ANY);
            } else if (c.inObject()) {
                path.add(c.currentName());
            }
        }
        Collections.reverse(path);
        return path;
    }

    /** At an opening bracket the parser's context is already the one inside. */
    private static TokenStreamContext around(JsonParser parser) {
        TokenStreamContext context = parser.streamReadContext();
        return parser.currentToken() != null && parser.currentToken().isStructStart() ? context.getParent() : context;
    }
}

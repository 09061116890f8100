package dev.ferry.bind;

import dev.ferry.source.Excerpt;

/** Shows a value inside valid JSON as it is written, shortened. */
final class JsonExcerpt {
    /** Enough bytes to fill an excerpt, with one character more to show that it was cut. */
    private static final int MAX_BYTES = 4 * (Excerpt.MAX_LENGTH + 1);

    private JsonExcerpt() {}

    /** The beginning of the value or member name that begins at an index. */
    static String at(byte[] json, int from) {
        int limit = Math.min(json.length, from + MAX_BYTES);
        return Excerpt.of(json, from, end(json, from, limit));
    }

    /** What kind of value begins at an index, for a message. */
    static String kind(byte[] json, int from) {
        return switch (json[from]) {
            case '{' -> "an object";
            case '[' -> "an array";
            case '"' -> "text";
            case 't', 'f' -> "a boolean";
            case 'n' -> "null";
            default -> "a number";
        };
    }

    /** The index behind the value or member name that begins at an index, or the limit where it goes on beyond that. */
    static int end(byte[] json, int from, int limit) {
        int depth = 0;
        for (int i = from; i < limit; i++) {
            switch (json[i]) {
                case '"' -> i = closingQuote(json, i, limit);
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    if (depth == 0 && !continues(json, i + 1)) {
                        return i + 1;
                    }
                    continue;
                }
            }
            if (depth <= 0) {
                return Math.min(limit, i + 1);
            }
        }
        return limit;
    }

    private static boolean continues(byte[] json, int index) {
        return index < json.length && " \t\r\n,]}".indexOf(json[index]) < 0;
    }

    private static int closingQuote(byte[] json, int open, int limit) {
        int i = open + 1;
        while (i < limit && json[i] != '"') {
            i += json[i] == '\\' ? 2 : 1;
        }
        return i;
    }
}

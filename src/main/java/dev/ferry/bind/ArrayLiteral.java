package dev.ferry.bind;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An array as PostgreSQL writes it, {@code {a,"b c",NULL}}, made into JSON (PostgreSQL documentation, "Array Input and Output
 * Syntax"). Nothing in it recurses.
 */
final class ArrayLiteral {
    private final String text;
    private final int maxDepth;
    private final StringBuilder json = new StringBuilder();
    private int next;

    private ArrayLiteral(String text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /** The array as JSON with texts and nulls for elements; empty where it is no such literal. */
    static Optional<byte[]> json(String text, int maxDepth) {
        ArrayLiteral literal = new ArrayLiteral(text.strip(), maxDepth);
        return literal.read()
                ? Optional.of(literal.json.toString().getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private boolean read() {
        int depth = 0;
        boolean valueWanted = true;
        boolean justOpened = false;
        while (next < text.length()) {
            char c = text.charAt(next);
            if (Character.isWhitespace(c)) {
                next++;
            } else if (c == '{' && valueWanted && depth < maxDepth) {
                next++;
                depth++;
                json.append('[');
                justOpened = true;
            } else if (c == '}' && depth > 0 && (justOpened || !valueWanted)) {
                next++;
                depth--;
                json.append(']');
                valueWanted = false;
                justOpened = false;
                if (depth == 0) {
                    return next == text.length();
                }
            } else if (c == ',' && depth > 0 && !valueWanted) {
                next++;
                json.append(',');
                valueWanted = true;
            } else if (depth > 0 && valueWanted && element(c)) {
                valueWanted = false;
                justOpened = false;
            } else {
                return false;
            }
        }
        return false;
    }

    /** Reads an element; false where it is none. */
    private boolean element(char first) {
        StringBuilder value = new StringBuilder();
        if (first != '"') {
            return bare(value);
        }
        next++;
        while (next < text.length() && text.charAt(next) != '"') {
            escaped(value);
        }
        next++;
        append(value.toString());
        return next <= text.length();
    }

    private boolean bare(StringBuilder value) {
        int from = next;
        while (next < text.length() && ",{}\"".indexOf(text.charAt(next)) < 0) {
            escaped(value);
        }
        String written = text.substring(from, Math.min(next, text.length())).strip();
        if (written.equalsIgnoreCase("NULL")) {
            json.append("null");
        } else {
            append(value.toString().strip());
        }
        return !written.isEmpty();
    }

    /** Reads a character, or the one behind a backslash. */
    private void escaped(StringBuilder value) {
        next += text.charAt(next) == '\\' ? 1 : 0;
        if (next < text.length()) {
            value.append(text.charAt(next));
        }
        next++;
    }

    private void append(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}

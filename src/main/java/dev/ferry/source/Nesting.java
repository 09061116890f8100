package dev.ferry.source;

/** Counts how deep the brackets of valid JSON are nested. */
final class Nesting {
    private Nesting() {}

    static int depth(byte[] json) {
        int depth = 0;
        int deepest = 0;
        boolean text = false;
        for (int i = 0; i < json.length; i++) {
            byte c = json[i];
            if (text) {
                i += c == '\\' ? 1 : 0;
                text = c != '"';
            } else if (c == '"') {
                text = true;
            } else if (c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }
}

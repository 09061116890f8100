package dev.ferry.convert;

/** Writes JSON strings. */
final class JsonString {
    private JsonString() {}

    /** The text in quotes; what UTF-8 cannot carry, half of a surrogate pair, as its escape. */
    static String of(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ' || isLoneSurrogate(c)) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.appendCodePoint(c);
            }
            i += Character.charCount(c) - 1;
        }
        return json.append('"').toString();
    }

    /** Whether a code point of a text is half of a surrogate pair whose other half is missing. */
    static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

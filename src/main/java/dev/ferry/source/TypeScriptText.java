package dev.ferry.source;

/**
 * The words and white space of a module: what may stand between any two of its tokens, and names (ECMAScript 2024, sections
 * 12.1 to 12.7).
 */
final class TypeScriptText {
    /** A name is compared with keywords, so it is looked at as a whole. */
    private static final int MAX_WORD = 1 << 12;

    private final JsonWindow window;
    private final Trouble trouble;
    private final JsonText json;
    private boolean lineBroken;

    /** Where {@link #peek} stopped last, as an offset in the file. */
    private long stop = -1;

    TypeScriptText(JsonWindow window, Trouble trouble, JsonText json) {
        this.window = window;
        this.trouble = trouble;
        this.json = json;
    }

    /** Skips white space and comments; the byte behind them, {@link JsonScalars#END} at the end of the file. */
    int peek() {
        // Asking twice at one place must give one answer.
        lineBroken &= window.offset(window.next) == stop;
        int c = skip();
        stop = window.offset(window.next);
        return c;
    }

    private int skip() {
        while (true) {
            int c = next();
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                space();
            } else if (c == 0x0B || c == '\f') {
                json.skip(1);
            } else if (c == '/' && at(1) == '/') {
                lineComment();
            } else if (c == '/' && at(1) == '*') {
                comment();
            } else if (c < 0x80 || !otherSpace()) {
                return c;
            }
        }
    }

    /** Whether a line ended in what {@link #peek} skipped before the byte that it stands at. */
    boolean lineBroken() {
        return lineBroken;
    }

    /** The next byte, white space included. */
    int next() {
        return at(0);
    }

    /** The byte that is this many behind the next one. */
    int at(int distance) {
        return window.end - window.next > distance || window.ahead(distance + 1)
                ? window.bytes[window.next + distance] & 0xFF
                : JsonScalars.END;
    }

    private void space() {
        int i = window.next;
        while (i < window.end
                && (window.bytes[i] == ' '
                        || window.bytes[i] == '\n'
                        || window.bytes[i] == '\r'
                        || window.bytes[i] == '\t')) {
            lineBroken |= window.bytes[i] == '\n' || window.bytes[i] == '\r';
            i++;
        }
        json.copy(i - window.next);
    }

    /** Skips white space outside ASCII, if that comes next. */
    private boolean otherSpace() {
        int length = length();
        int c = codePoint(length);
        boolean ends = c == 0x2028 || c == 0x2029;
        if (!ends && c != 0xFEFF && Character.getType(c) != Character.SPACE_SEPARATOR) {
            return false;
        }
        lineBroken |= ends;
        json.skip(length);
        return true;
    }

    /** Skips up to the end of the line. */
    void lineComment() {
        for (int c = next(); c != '\n' && c != '\r' && c != JsonScalars.END; c = next()) {
            if (isLineSeparator()) {
                return;
            }
            json.skip(length());
        }
    }

    private void comment() {
        json.skip(2);
        while (next() != '*' || at(1) != '/') {
            if (next() == JsonScalars.END) {
                throw trouble.ended("the end of a comment, */,");
            }
            lineBroken |= next() == '\n' || next() == '\r' || isLineSeparator();
            json.skip(length());
        }
        json.skip(2);
    }

    /** Whether U+2028 or U+2029 comes next, which end a line. */
    boolean isLineSeparator() {
        return next() == 0xE2 && at(1) == 0x80 && (at(2) == 0xA8 || at(2) == 0xA9);
    }

    /** The length of the next character in bytes. */
    int length() {
        if (next() < 0x80) {
            return 1;
        }
        window.ahead(4);
        int length = Utf8.length(window.bytes, window.next, window.end);
        if (length == 0) {
            throw trouble.notUtf8();
        }
        return length;
    }

    /** The next character, of this length. */
    int codePoint(int length) {
        int c = window.bytes[window.next] & (length == 1 ? 0x7F : 0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            c = (c << 6) | (window.bytes[window.next + i] & 0x3F);
        }
        return c;
    }

    /** Whether a name or keyword comes next. */
    boolean startsWord() {
        int c = next();
        if (c < 0x80) {
            return isLetter(c);
        }
        return Character.isUnicodeIdentifierStart(codePoint(length()));
    }

    /** The name or keyword that comes next, not skipped; empty where there is none. */
    String word() {
        if (!startsWord()) {
            return "";
        }
        StringBuilder word = new StringBuilder();
        int i = 0;
        int c = at(0);
        while (isLetter(c) || (c >= '0' && c <= '9') || c >= 0x80) {
            if (c < 0x80) {
                word.append((char) c);
                i++;
            } else {
                i = letter(word, i);
                if (i < 0) {
                    break;
                }
            }
            if (word.length() > MAX_WORD) {
                throw trouble.syntax("a name may have at most " + MAX_WORD + " characters");
            }
            c = at(i);
        }
        return word.toString();
    }

    /** Appends the letter outside ASCII at a distance; the distance behind it, -1 where it is no letter. */
    private int letter(StringBuilder word, int distance) {
        window.ahead(distance + 4);
        int length = Utf8.length(window.bytes, window.next + distance, window.end);
        if (length == 0) {
            return -1;
        }
        String character =
                new String(window.bytes, window.next + distance, length, java.nio.charset.StandardCharsets.UTF_8);
        if (!Character.isUnicodeIdentifierPart(character.codePointAt(0))) {
            return -1;
        }
        word.append(character);
        return distance + length;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }
}

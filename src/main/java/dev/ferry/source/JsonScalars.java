package dev.ferry.source;

import java.util.Arrays;

/** Skips the parts of JSON that have no parts: texts, numbers, literals. Every byte of them is checked. */
final class JsonScalars {
    /** The end of the file, where a byte is asked for. */
    static final int END = -1;

    /** Characters of a text that need no second look: everything ASCII but quote, backslash and controls. */
    private static final boolean[] PLAIN = plain();

    private static final byte[][] LITERALS = {{'t', 'r', 'u', 'e'}, {'f', 'a', 'l', 's', 'e'}, {'n', 'u', 'l', 'l'}};

    private final JsonWindow window;
    private final Trouble trouble;

    JsonScalars(JsonWindow window, Trouble trouble) {
        this.window = window;
        this.trouble = trouble;
    }

    /** The first index from {@code i} on that is not white space, or {@code end}. */
    static int behindSpace(byte[] bytes, int i, int end) {
        int behind = i;
        while (behind < end
                && (bytes[behind] == ' ' || bytes[behind] == '\n' || bytes[behind] == '\r' || bytes[behind] == '\t')) {
            behind++;
        }
        return behind;
    }

    /**
     * The index behind a scalar that begins at {@code i}; negative where it is not certain that it is one and ends before
     * {@code end}: then it has to be looked at the careful way.
     */
    static int behindPlain(byte[] bytes, int i, int end) {
        byte first = bytes[i];
        if (first == '"') {
            int behind = i + 1;
            while (behind < end && PLAIN[bytes[behind] & 0xFF]) {
                behind++;
            }
            return behind < end && bytes[behind] == '"' ? behind + 1 : -1;
        }
        int digits = first == '-' ? i + 1 : i;
        if (digits < end && digit(bytes[digits])) {
            int behind = bytes[digits] == '0' ? digits + 1 : behindDigits(bytes, digits, end);
            if (behind + 1 < end && bytes[behind] == '.' && digit(bytes[behind + 1])) {
                behind = behindDigits(bytes, behind + 2, end);
            }
            return behind < end && isBoundary(bytes[behind]) ? behind : -1;
        }
        for (byte[] literal : LITERALS) {
            int behind = i + literal.length;
            if (first == literal[0] && behind < end && Arrays.equals(bytes, i, behind, literal, 0, literal.length)) {
                return behind;
            }
        }
        return -1;
    }

    private static int behindDigits(byte[] bytes, int i, int end) {
        int behind = i;
        while (behind < end && digit(bytes[behind])) {
            behind++;
        }
        return behind;
    }

    private static boolean isBoundary(byte c) {
        return c == ',' || c == '}' || c == ']' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Skips a string, of which the opening quote comes next. */
    void text() {
        window.next++;
        while (true) {
            byte[] bytes = window.bytes;
            int i = window.next;
            int end = window.end;
            while (i < end && PLAIN[bytes[i] & 0xFF]) {
                i++;
            }
            window.next = i;
            if (i == end) {
                if (!window.fill()) {
                    throw trouble.ended("the closing quote of text");
                }
            } else if (bytes[i] == '"') {
                window.next++;
                return;
            } else if (bytes[i] == '\\') {
                escape();
            } else if (bytes[i] < 0) {
                character();
            } else {
                throw trouble.syntax(BrokenJson.control(bytes[i]));
            }
        }
    }

    private void escape() {
        if (!window.ahead(2)) {
            throw trouble.ended("the rest of an escape");
        }
        byte c = window.bytes[window.next + 1];
        if (c != 'u') {
            if ("\"\\/bfnrt".indexOf(c) < 0) {
                throw trouble.syntax("no such escape: after a backslash stands one of \" \\ / b f n r t u");
            }
            window.next += 2;
            return;
        }
        if (!window.ahead(6)) {
            throw trouble.ended("the rest of an escape");
        }
        for (int i = 2; i < 6; i++) {
            if (!hexadecimal(window.bytes[window.next + i])) {
                throw trouble.syntax("\\u must be followed by four hexadecimal digits");
            }
        }
        window.next += 6;
    }

    /** Skips a character outside ASCII. */
    private void character() {
        // At the end of the file there may be fewer bytes than asked for: then the character is cut off, and seen to
        // be.
        window.ahead(4);
        int length = Utf8.length(window.bytes, window.next, window.end);
        if (length == 0) {
            throw trouble.notUtf8();
        }
        window.next += length;
    }

    /** Skips a number, of which the sign or the first digit comes next. */
    void number() {
        if (next() == '-') {
            window.next++;
        }
        if (next() == '0') {
            window.next++;
            if (digit(next())) {
                throw trouble.syntax("a number has no leading zeros");
            }
        } else {
            digits("a digit");
        }
        if (next() == '.') {
            window.next++;
            digits("a digit behind the decimal point");
        }
        if ((next() | 0x20) == 'e') {
            window.next++;
            if (next() == '+' || next() == '-') {
                window.next++;
            }
            digits("a digit of the exponent");
        }
    }

    private void digits(String expected) {
        if (!digit(next())) {
            throw trouble.unexpected(expected);
        }
        do {
            window.next++;
        } while (digit(next()));
    }

    /** Skips true, false or null. */
    void literal() {
        window.ahead(5);
        for (byte[] literal : LITERALS) {
            if (window.startsWith(literal)) {
                window.next += literal.length;
                return;
            }
        }
        throw trouble.unexpected("a value");
    }

    /** The next byte, white space included. */
    private int next() {
        return window.next < window.end || window.fill() ? window.bytes[window.next] & 0xFF : END;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean hexadecimal(byte c) {
        return digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        for (int c = ' '; c < 0x80; c++) {
            plain[c] = c != '"' && c != '\\';
        }
        return plain;
    }
}

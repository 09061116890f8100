package dev.ferry.source;

/** Rewrites text in single, double or back quotes to JSON (ECMAScript 2024, sections 12.9.4 and 12.9.6). */
final class StringLiteral {
    private static final int MAX_CODE_POINT_DIGITS = 64;

    private final JsonWindow window;
    private final Trouble trouble;
    private final TypeScriptText text;
    private final JsonText json;

    StringLiteral(JsonWindow window, Trouble trouble, TypeScriptText text, JsonText json) {
        this.window = window;
        this.trouble = trouble;
        this.text = text;
        this.json = json;
    }

    /** Whether a text begins with this byte. */
    static boolean isQuote(int c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /** Reads a text, of which the opening quote comes next. */
    void read() {
        int quote = text.next();
        Place start = window.here();
        json.replace('"');
        while (true) {
            plain(quote);
            int c = text.next();
            if (c == JsonScalars.END) {
                throw trouble.ended("the closing quote of text");
            } else if (c == quote) {
                json.replace('"');
                return;
            } else if (c == '\\') {
                escape();
            } else if (c >= 0x80) {
                json.copy(text.length());
            } else if (c == '"') {
                json.replace(1, "\\\"");
            } else if (c == '$') {
                dollar(quote, start);
            } else {
                control(c, quote);
            }
        }
    }

    /** Copies what is the same in JSON. */
    private void plain(int quote) {
        int i = window.next;
        while (i < window.end && isPlain(window.bytes[i], quote)) {
            i++;
        }
        if (i > window.next) {
            json.copy(i - window.next);
        }
    }

    private static boolean isPlain(byte c, int quote) {
        return c >= ' ' && c != quote && c != '\\' && c != '"' && c != '$';
    }

    private void dollar(int quote, Place start) {
        if (quote == '`' && text.at(1) == '{') {
            throw trouble.code(start, "a template with ${…}");
        }
        json.copy(1);
    }

    private void control(int c, int quote) {
        boolean ends = c == '\n' || c == '\r';
        if (ends && quote != '`') {
            throw trouble.syntax(BrokenJson.control(c));
        }
        if (c == '\r') {
            // A template has LF for each line's end, however the file ends its lines.
            json.replace(text.at(1) == '\n' ? 2 : 1, "\\n");
        } else {
            json.replace(1, escaped(c));
        }
    }

    private void escape() {
        int c = text.at(1);
        switch (c) {
            case JsonScalars.END -> {
                json.skip(1);
                throw trouble.ended("the rest of an escape");
            }
            case 'n', 't', 'r', 'b', 'f', '"', '\\', '/' -> json.copy(2);
            case 'v' -> json.replace(2, escaped(0x0B));
            case '\n' -> json.skip(2);
            case '\r' -> json.skip(text.at(2) == '\n' ? 3 : 2);
            case 'x' -> {
                int value = hexadecimal(2, 2);
                json.replace(4, escaped(value));
            }
            case 'u' -> unicode();
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digit(c);
            default -> identity(c);
        }
    }

    private void digit(int c) {
        int next = text.at(2);
        if (c != '0' || (next >= '0' && next <= '9')) {
            throw trouble.syntax(
                    "a backslash before digits is no escape in a module; write \\x and two hexadecimal digits");
        }
        json.replace(2, escaped(0));
    }

    /** A character stands for itself, or, at the end of a line, for nothing. */
    private void identity(int c) {
        json.skip(1);
        if (c >= 0x80 && text.isLineSeparator()) {
            json.skip(3);
        } else if (c >= 0x80) {
            json.copy(text.length());
        } else {
            json.replace(1, escaped(c));
        }
    }

    private void unicode() {
        if (text.at(2) != '{') {
            hexadecimal(2, 4);
            json.copy(6);
            return;
        }
        int value = 0;
        int i = 3;
        for (int c = text.at(i); c != '}'; c = text.at(i)) {
            int digit = c < 0 ? -1 : Character.digit(c, 16);
            value = digit < 0 || c >= 0x80 ? Integer.MAX_VALUE : value * 16 + digit;
            if (value > Character.MAX_CODE_POINT || i > MAX_CODE_POINT_DIGITS) {
                throw trouble.syntax("\\u{…} must hold hexadecimal digits of at most 10FFFF");
            }
            i++;
        }
        if (i == 3) {
            throw trouble.syntax("\\u{…} must hold hexadecimal digits of at most 10FFFF");
        }
        json.replace(i + 1, escaped(value));
    }

    private int hexadecimal(int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int c = text.at(i);
            int digit = c < 0 || c >= 0x80 ? -1 : Character.digit(c, 16);
            if (digit < 0) {
                throw trouble.syntax(
                        count == 2
                                ? "\\x must be followed by two hexadecimal digits"
                                : "\\u must be followed by four hexadecimal digits");
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** A character as it stands in JSON text. */
    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        if (c == '\n') {
            return "\\n";
        }
        if (c == '\t') {
            return "\\t";
        }
        boolean mustBe = c < ' ' || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return mustBe ? String.format("\\u%04x", c) : Character.toString(c);
    }
}

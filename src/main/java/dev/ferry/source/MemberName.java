package dev.ferry.source;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Rewrites the names of an object's members to JSON: bare, quoted, numeric and computed ones. */
final class MemberName {
    private static final Set<String> ACCESSORS = Set.of("get", "set", "async", "static");

    private final JsonWindow window;
    private final Trouble trouble;
    private final TypeScriptText text;
    private final JsonText json;
    private final StringLiteral strings;
    private final NumberLiteral numbers;
    private Place start = new Place(0, 1, 1);
    private String bare = "";

    MemberName(
            JsonWindow window,
            Trouble trouble,
            TypeScriptText text,
            JsonText json,
            StringLiteral strings,
            NumberLiteral numbers) {
        this.window = window;
        this.trouble = trouble;
        this.text = text;
        this.json = json;
        this.strings = strings;
        this.numbers = numbers;
    }

    /** Reads a name, which comes next. */
    void read() {
        start = window.here();
        bare = text.word();
        int c = text.next();
        if (!bare.isEmpty()) {
            json.add("\"");
            json.copy(bare.getBytes(StandardCharsets.UTF_8).length);
            json.add("\"");
        } else if (c == '"' || c == '\'') {
            strings.read();
        } else if ((c >= '0' && c <= '9') || (c == '.' && numbers.comes())) {
            numbers.readName();
        } else if (c == '[') {
            computed();
        } else if (c == '.') {
            throw trouble.code(start, "a spread, which is code");
        } else if (c == '*') {
            throw trouble.code(start, "a method");
        } else {
            throw trouble.insteadOf("a member name");
        }
    }

    private void computed() {
        json.skip(1);
        int c = text.peek();
        if (StringLiteral.isQuote(c)) {
            strings.read();
        } else if (numbers.comes() && c != '-' && c != '+') {
            numbers.readName();
        } else {
            throw trouble.code(start, "a computed name");
        }
        if (text.peek() != ']') {
            throw trouble.code(start, "a computed name");
        }
        json.skip(1);
    }

    /** Refuses anything but a colon behind the name. */
    void requireColon() {
        int c = text.peek();
        if (c == ':') {
            return;
        }
        if (c == '(' || c == '<') {
            throw trouble.code(start, "a method");
        }
        if (ACCESSORS.contains(bare) && (text.startsWord() || StringLiteral.isQuote(c) || c == '[' || c == '*')) {
            throw trouble.code(start, "a getter, setter or method");
        }
        if (!bare.isEmpty() && (c == ',' || c == '}' || c == '=')) {
            throw trouble.code(start, "a member without a value, which stands for a variable");
        }
        throw trouble.insteadOf("':' behind the member name");
    }
}

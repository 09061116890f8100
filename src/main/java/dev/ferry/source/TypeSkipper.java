package dev.ferry.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Skips types, which mean nothing for data: it finds their end and checks that brackets and quotes are in pairs. */
final class TypeSkipper {
    private static final Set<String> BEFORE_TYPE =
            Set.of("typeof", "keyof", "readonly", "unique", "infer", "new", "abstract", "asserts");
    private static final Set<String> BETWEEN_TYPES = Set.of("extends", "is");

    private final Trouble trouble;
    private final TypeScriptText text;
    private final JsonText json;
    private final int maxDepth;

    /** The closing bracket of each one that is open, a back quote for a template. */
    private byte[] open = new byte[16];

    private int depth;

    TypeSkipper(Trouble trouble, TypeScriptText text, JsonText json, int maxDepth) {
        this.trouble = trouble;
        this.text = text;
        this.json = json;
        this.maxDepth = maxDepth;
    }

    /** Skips a type, which may come next. */
    void type() {
        int conditions = 0;
        operand();
        while (true) {
            int c = text.peek();
            if (c == '[' && !text.lineBroken()) {
                brackets();
            } else if (c == '<') {
                brackets();
            } else if (c == '.' || c == '|' || c == '&' || c == '?') {
                conditions += c == '?' ? 1 : 0;
                json.skip(1);
                operand();
            } else if (c == ':' && conditions > 0) {
                conditions--;
                json.skip(1);
                operand();
            } else if (c == '=' && text.at(1) == '>') {
                json.skip(2);
                operand();
            } else if (BETWEEN_TYPES.contains(text.word())) {
                word();
                operand();
            } else {
                return;
            }
        }
    }

    private void operand() {
        int c = text.peek();
        while (c == '|' || c == '&' || c == '<' || BEFORE_TYPE.contains(text.word())) {
            if (c == '<') {
                brackets();
            } else if (text.startsWord()) {
                word();
            } else {
                json.skip(1);
            }
            c = text.peek();
        }
        if (c == '{' || c == '[' || c == '(' || c == '`') {
            brackets();
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            number();
        } else if (text.startsWord()) {
            boolean module = text.word().equals("import");
            word();
            if (module && text.peek() == '(') {
                brackets();
            }
        } else {
            throw trouble.insteadOf("a type");
        }
    }

    private void number() {
        json.skip(1);
        for (int c = text.next(); Character.isLetterOrDigit(c) || c == '.' || c == '_'; c = text.next()) {
            json.skip(1);
        }
    }

    /** Skips a name or keyword. */
    void word() {
        json.skip(text.word().getBytes(StandardCharsets.UTF_8).length);
    }

    /** Skips text in single or double quotes. */
    void quoted(int quote) {
        json.skip(1);
        for (int c = text.next(); c != quote; c = text.next()) {
            if (c == JsonScalars.END) {
                throw trouble.ended("the closing quote of text");
            }
            if (c == '\n' || c == '\r') {
                throw trouble.syntax(BrokenJson.control(c));
            }
            json.skip(c == '\\' && text.at(1) >= ' ' ? 1 : 0);
            json.skip(text.length());
        }
        json.skip(1);
    }

    /** Skips an opening bracket, which comes next, with all up to its closing one. */
    void brackets() {
        do {
            if (depth > 0 && open[depth] == '`') {
                template();
            } else {
                token(text.peek());
            }
        } while (depth > 0);
    }

    private void token(int c) {
        if (c == JsonScalars.END) {
            throw trouble.ended("'" + (char) open[depth] + "'");
        }
        if (depth > 0 && c == open[depth]) {
            json.skip(1);
            depth--;
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (c == '=' && text.at(1) == '>') {
            json.skip(2);
        } else if ("([{<`".indexOf(c) >= 0) {
            json.skip(1);
            push(")]}>`".charAt("([{<`".indexOf(c)));
        } else if (")]}".indexOf(c) >= 0) {
            throw trouble.insteadOf("'" + (char) open[depth] + "'");
        } else {
            json.skip(text.length());
        }
    }

    /** Skips a part of a template: to its end, or into a type inside it. */
    private void template() {
        int c = text.next();
        if (c == JsonScalars.END) {
            throw trouble.ended("the closing quote of text");
        }
        if (c == '`') {
            json.skip(1);
            depth--;
        } else if (c == '$' && text.at(1) == '{') {
            json.skip(2);
            push('}');
        } else {
            json.skip(c == '\\' && text.at(1) >= ' ' ? 1 : 0);
            json.skip(text.length());
        }
    }

    private void push(char closing) {
        if (depth >= maxDepth) {
            throw trouble.tooDeep(maxDepth);
        }
        depth++;
        if (depth >= open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth] = (byte) closing;
    }
}

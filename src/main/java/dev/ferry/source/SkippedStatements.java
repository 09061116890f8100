package dev.ferry.source;

/** Skips the statements of a module that hold no data: imports, exports of names, and types. */
final class SkippedStatements {
    private final JsonWindow window;
    private final Trouble trouble;
    private final LiteralScanner literals;
    private final TypeScriptText text;
    private final TypeSkipper types;

    SkippedStatements(JsonWindow window, Trouble trouble, LiteralScanner literals) {
        this.window = window;
        this.trouble = trouble;
        this.literals = literals;
        this.text = literals.text();
        this.types = literals.types();
    }

    /** Skips a string that stands alone, as 'use strict'. */
    void directive() {
        types.quoted(text.peek());
        end();
    }

    /** Skips an import. */
    void imported() {
        Place start = window.here();
        types.word();
        int c = text.peek();
        if (c == '(' || c == '.') {
            throw trouble.code(start, "code");
        }
        while (c != '"' && c != '\'' && c != ';') {
            if (c == '{' || c == '(') {
                types.brackets();
            } else if (c == ',' || c == '*' || c == '=' || c == '.') {
                literals.skip(1);
            } else {
                name("the name of a module in quotes");
            }
            c = text.peek();
        }
        if (c == ';') {
            end();
        } else {
            moduleName();
        }
    }

    /** Skips names that are exported under other names or from other modules. */
    void exportedNames() {
        if (text.peek() == '{') {
            types.brackets();
        } else {
            literals.skip(1);
            text.peek();
            if (text.word().equals("as")) {
                types.word();
                name("a name");
            }
        }
        text.peek();
        if (text.word().equals("from")) {
            types.word();
            moduleName();
        } else {
            end();
        }
    }

    private void moduleName() {
        int c = text.peek();
        if (c != '"' && c != '\'') {
            throw trouble.insteadOf("the name of a module in quotes");
        }
        types.quoted(c);
        text.peek();
        if (text.word().equals("with") || text.word().equals("assert")) {
            types.word();
            opening('{');
            types.brackets();
        }
        end();
    }

    /** Skips {@code as namespace Name}. */
    void namespaceName() {
        types.word();
        name("namespace");
        name("a name");
        end();
    }

    /** Skips up to the block in braces that comes first, and the block. */
    void block() {
        for (int c = text.peek(); c != '{'; c = text.peek()) {
            if (c == ';') {
                end();
                return;
            }
            if (c == '<') {
                types.brackets();
            } else if (c == '"' || c == '\'') {
                types.quoted(c);
            } else if (c == ',' || c == '.') {
                literals.skip(1);
            } else {
                name("'{'");
            }
        }
        types.brackets();
    }

    /** Skips a name for a type, or the types that are exported from another module. */
    void alias() {
        types.word();
        int c = text.peek();
        if (c == '{' || c == '*') {
            exportedNames();
            return;
        }
        name("a type's name");
        typeParameters();
        opening('=');
        literals.skip(1);
        types.type();
        end();
    }

    /** Skips a function that has no body. */
    void function() {
        types.word();
        name("a function's name");
        typeParameters();
        opening('(');
        types.brackets();
        annotation();
        end();
    }

    /** Skips a colon and the type behind it, if they come next. */
    void annotation() {
        if (text.peek() == ':') {
            literals.skip(1);
            types.type();
        }
    }

    private void typeParameters() {
        if (text.peek() == '<') {
            types.brackets();
        }
    }

    private void opening(char expected) {
        if (text.peek() != expected) {
            throw trouble.insteadOf("'" + expected + "'");
        }
    }

    /** Skips a name or keyword; what it is. */
    String name(String expected) {
        text.peek();
        String name = text.word();
        if (name.isEmpty()) {
            throw trouble.insteadOf(expected);
        }
        types.word();
        return name;
    }

    /** Goes behind the end of a statement: a semicolon, or a line's end in its place. */
    void end() {
        int c = text.peek();
        if (c == ';') {
            literals.skip(1);
        } else if (c != JsonScalars.END && !text.lineBroken()) {
            throw trouble.insteadOf("';' or the end of the line");
        }
    }
}

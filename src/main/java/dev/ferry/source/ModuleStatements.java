package dev.ferry.source;

import java.util.Optional;
import java.util.Set;

/**
 * Goes through the statements of a module to the values of its constants. What holds no data is skipped: imports, types,
 * declarations, exports of names. Everything else is refused.
 */
final class ModuleStatements {
    /** The name of the value that a module exports without one. */
    static final String DEFAULT = "default";

    private static final Set<String> DECLARING = Set.of("const", "let", "var");
    private static final Set<String> LITERALS = Set.of("true", "false", "null", "undefined", "NaN", "Infinity");

    private final JsonWindow window;
    private final Trouble trouble;
    private final LiteralScanner literals;
    private final TypeScriptText text;
    private final TypeSkipper types;
    private Behind behind = Behind.STATEMENT;
    private Place start = new Place(0, 1, 1);

    /** What was read last. */
    private enum Behind {
        STATEMENT,
        DECLARATOR,
        DEFAULT
    }

    ModuleStatements(JsonWindow window, Trouble trouble, LiteralScanner literals) {
        this.window = window;
        this.trouble = trouble;
        this.literals = literals;
        this.text = literals.text();
        this.types = literals.types();
    }

    /** Goes to the value of the next constant, which then must be read; its name, empty at the end of the module. */
    Optional<String> next() {
        if (text.peek() == '#' && text.at(1) == '!' && start.offset() == 0) {
            text.lineComment();
        }
        Optional<String> name = behind == Behind.STATEMENT ? Optional.empty() : afterValue();
        while (name.isEmpty() && text.peek() != JsonScalars.END) {
            start = window.here();
            name = statement();
            if (name.isEmpty() && behind == Behind.DECLARATOR) {
                name = afterValue();
            }
        }
        return name;
    }

    /** Where the statement at hand begins. */
    Place start() {
        return start;
    }

    /** Goes behind a constant or on to the next one of the same declaration. */
    private Optional<String> afterValue() {
        while (text.peek() == ',' && behind == Behind.DECLARATOR) {
            literals.skip(1);
            Optional<String> name = declarator();
            if (name.isPresent()) {
                return name;
            }
        }
        behind = Behind.STATEMENT;
        literals.refuseOperator();
        end();
        return Optional.empty();
    }

    private Optional<String> statement() {
        int c = text.next();
        if (c == ';') {
            literals.skip(1);
            return Optional.empty();
        }
        if (c == '"' || c == '\'') {
            types.quoted(c);
            end();
            return Optional.empty();
        }
        String word = text.word();
        return switch (word) {
            case "" -> throw unknown(c);
            case "export" -> exported();
            case "import" -> imported();
            case "const", "let", "var" -> declaration();
            case "interface" -> block();
            case "type" -> alias();
            case "declare" -> declared();
            default -> throw trouble.code(start, meaning(word));
        };
    }

    private BindingException unknown(int c) {
        return c == '@' || c == '{' || c == '(' || c == '['
                ? trouble.code(start, "code")
                : trouble.insteadOf("a constant, an import or a type");
    }

    private static String meaning(String word) {
        return switch (word) {
            case "function", "async" -> "a function";
            case "class", "abstract" -> "a class";
            case "enum" -> "an enum";
            default -> "code";
        };
    }

    private Optional<String> declaration() {
        types.word();
        text.peek();
        if (text.word().equals("enum")) {
            throw trouble.code(start, "an enum");
        }
        return declarator();
    }

    private Optional<String> declarator() {
        int c = text.peek();
        behind = Behind.DECLARATOR;
        if (c == '{' || c == '[') {
            throw trouble.code(start, "a pattern, which is code");
        }
        String name = name("a constant's name");
        if (text.peek() == '!') {
            literals.skip(1);
        }
        if (text.peek() == ':') {
            literals.skip(1);
            types.type();
        }
        if (text.peek() != '=') {
            return Optional.empty();
        }
        literals.skip(1);
        return Optional.of(name);
    }

    private String name(String expected) {
        text.peek();
        String name = text.word();
        if (name.isEmpty()) {
            throw trouble.insteadOf(expected);
        }
        types.word();
        return name;
    }

    private Optional<String> exported() {
        types.word();
        int c = text.peek();
        if (c == '{' || c == '*') {
            return exportedNames();
        }
        String word = text.word();
        if (word.equals(DEFAULT)) {
            types.word();
            return exportedValue();
        }
        if (word.equals("as")) {
            types.word();
            name("namespace");
            name("a name");
            return end();
        }
        if (DECLARING.contains(word) || Set.of("interface", "type", "declare").contains(word)) {
            return statement();
        }
        throw trouble.code(start, meaning(word));
    }

    /** Skips names that are exported under other names or from other modules. */
    private Optional<String> exportedNames() {
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
            return moduleName();
        }
        return end();
    }

    private Optional<String> exportedValue() {
        text.peek();
        String word = text.word();
        if (word.equals("interface")) {
            return block();
        }
        if (word.isEmpty() || LITERALS.contains(word)) {
            behind = Behind.DEFAULT;
            return Optional.of(DEFAULT);
        }
        Place value = window.here();
        types.word();
        literals.suffix();
        int c = text.peek();
        if (c != ';' && c != JsonScalars.END && !text.lineBroken()) {
            throw trouble.code(value, meaning(word));
        }
        return end();
    }

    private Optional<String> imported() {
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
        return c == ';' ? end() : moduleName();
    }

    private Optional<String> moduleName() {
        int c = text.peek();
        if (c != '"' && c != '\'') {
            throw trouble.insteadOf("the name of a module in quotes");
        }
        types.quoted(c);
        text.peek();
        if (text.word().equals("with") || text.word().equals("assert")) {
            types.word();
            if (text.peek() != '{') {
                throw trouble.insteadOf("'{'");
            }
            types.brackets();
        }
        return end();
    }

    /** Skips up to the block in braces that comes first, and the block. */
    private Optional<String> block() {
        for (int c = text.peek(); c != '{'; c = text.peek()) {
            if (c == ';') {
                return end();
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
        return Optional.empty();
    }

    private Optional<String> alias() {
        types.word();
        int c = text.peek();
        if (c == '{' || c == '*') {
            return exportedNames();
        }
        name("a type's name");
        if (text.peek() == '<') {
            types.brackets();
        }
        if (text.peek() != '=') {
            throw trouble.insteadOf("'='");
        }
        literals.skip(1);
        types.type();
        return end();
    }

    private Optional<String> declared() {
        types.word();
        text.peek();
        String word = text.word();
        if (DECLARING.contains(word)) {
            return declaration();
        }
        if (word.equals("type")) {
            return alias();
        }
        if (!word.equals("function")) {
            return block();
        }
        types.word();
        name("a function's name");
        if (text.peek() == '<') {
            types.brackets();
        }
        if (text.peek() != '(') {
            throw trouble.insteadOf("'('");
        }
        types.brackets();
        if (text.peek() == ':') {
            literals.skip(1);
            types.type();
        }
        return end();
    }

    /** Goes behind the end of a statement: a semicolon, or a line's end in its place. */
    private Optional<String> end() {
        int c = text.peek();
        if (c == ';') {
            literals.skip(1);
        } else if (c != JsonScalars.END && !text.lineBroken()) {
            throw trouble.insteadOf("';' or the end of the line");
        }
        return Optional.empty();
    }
}

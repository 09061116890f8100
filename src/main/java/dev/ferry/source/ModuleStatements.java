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
    private static final Set<String> TYPES = Set.of("interface", "type", "declare");
    private static final Set<String> LITERALS = Set.of("true", "false", "null", "undefined", "NaN", "Infinity");

    private final JsonWindow window;
    private final Trouble trouble;
    private final LiteralScanner literals;
    private final TypeScriptText text;
    private final SkippedStatements skipped;
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
        this.skipped = new SkippedStatements(window, trouble, literals);
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
        skipped.end();
        return Optional.empty();
    }

    private Optional<String> statement() {
        String word = text.word();
        switch (word) {
            case "" -> symbol(text.next());
            case "import" -> skipped.imported();
            case "interface" -> skipped.block();
            case "type" -> skipped.alias();
            case "const", "let", "var" -> {
                return declaration();
            }
            case "export" -> {
                return exported();
            }
            case "declare" -> {
                return declared();
            }
            default -> throw trouble.code(start, meaning(word));
        }
        return Optional.empty();
    }

    private void symbol(int c) {
        if (c == ';') {
            literals.skip(1);
        } else if (c == '"' || c == '\'') {
            skipped.directive();
        } else if (c >= 0 && "@{([".indexOf(c) >= 0) {
            throw trouble.code(start, "code");
        } else {
            throw trouble.insteadOf("a constant, an import or a type");
        }
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
        skipped.name("a declaration");
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
        String name = skipped.name("a constant's name");
        if (text.peek() == '!') {
            literals.skip(1);
        }
        skipped.annotation();
        if (text.peek() != '=') {
            return Optional.empty();
        }
        literals.skip(1);
        return Optional.of(name);
    }

    private Optional<String> exported() {
        skipped.name("export");
        int c = text.peek();
        String word = text.word();
        if (c == '{' || c == '*') {
            skipped.exportedNames();
        } else if (word.equals(DEFAULT)) {
            skipped.name(DEFAULT);
            return exportedValue();
        } else if (word.equals("as")) {
            skipped.namespaceName();
        } else if (DECLARING.contains(word) || TYPES.contains(word)) {
            return statement();
        } else {
            throw trouble.code(start, meaning(word));
        }
        return Optional.empty();
    }

    private Optional<String> exportedValue() {
        text.peek();
        String word = text.word();
        if (word.equals("interface")) {
            skipped.block();
            return Optional.empty();
        }
        if (word.isEmpty() || LITERALS.contains(word)) {
            behind = Behind.DEFAULT;
            return Optional.of(DEFAULT);
        }
        Place value = window.here();
        skipped.name("a value");
        literals.suffix();
        int c = text.peek();
        if (c != ';' && c != JsonScalars.END && !text.lineBroken()) {
            throw trouble.code(value, meaning(word));
        }
        skipped.end();
        return Optional.empty();
    }

    private Optional<String> declared() {
        skipped.name("declare");
        text.peek();
        String word = text.word();
        if (DECLARING.contains(word)) {
            return declaration();
        }
        switch (word) {
            case "type" -> skipped.alias();
            case "function" -> skipped.function();
            default -> skipped.block();
        }
        return Optional.empty();
    }
}

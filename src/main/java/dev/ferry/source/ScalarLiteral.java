package dev.ferry.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Rewrites texts, numbers, true, false and null to JSON, and says of everything else what it is. */
final class ScalarLiteral {
    static final String CALCULATION = "a calculation, which is code";

    private static final Set<String> LITERALS = Set.of("true", "false", "null");
    private static final Set<String> OPERATORS = Set.of("in", "instanceof");

    private final JsonWindow window;
    private final Trouble trouble;
    private final TypeScriptText text;
    private final JsonText json;
    private final StringLiteral strings;
    private final NumberLiteral numbers;

    ScalarLiteral(
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

    /**
     * Reads the scalar that begins with this byte.
     *
     * @param start where the parentheses around it begin
     */
    void read(int first, Place start) {
        if (StringLiteral.isQuote(first)) {
            strings.read();
        } else if (numbers.comes()) {
            numbers.read();
        } else {
            String word = text.word();
            if (!LITERALS.contains(word)) {
                throw refusal(first, word, start);
            }
            json.copy(word.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private BindingException refusal(int first, String word, Place start) {
        if (!word.isEmpty()) {
            return trouble.code(start, start.offset() == window.here().offset() ? meaning(word) : "code");
        }
        if (first == '.' && text.at(1) == '.') {
            return trouble.code(start, "a spread, which is code");
        }
        if (first == '/') {
            return trouble.code(start, "a regular expression");
        }
        return first >= 0 && "+-!~".indexOf(first) >= 0
                ? trouble.code(start, CALCULATION)
                : trouble.insteadOf("a value");
    }

    private String meaning(String word) {
        return switch (word) {
            case "NaN", "Infinity" -> "no number that can be stored";
            case "function", "async" -> "a function";
            case "class" -> "a class";
            case "new", "await", "typeof", "void", "delete", "yield", "import", "this", "super" -> "code";
            default -> isName(word) ? "the name of a variable" : "code";
        };
    }

    /** Whether a word stands there by itself. */
    private boolean isName(String word) {
        int i = word.getBytes(StandardCharsets.UTF_8).length;
        while (text.at(i) == ' ') {
            i++;
        }
        int behind = text.at(i);
        return behind < 0 || "\r\n,;)]}/".indexOf(behind) >= 0;
    }

    /** Refuses a parenthesis, which comes next, that holds no value but the parameters of a function or a name. */
    void refuseFunction() {
        int i = 1;
        while (text.at(i) == ' ' || text.at(i) == '\n' || text.at(i) == '\r' || text.at(i) == '\t') {
            i++;
        }
        if (text.at(i) == ')') {
            throw trouble.code(window.here(), "a function");
        }
    }

    /** What the operator behind a value makes of it, if there is one. */
    Optional<String> operation() {
        int c = text.peek();
        boolean sameLine = !text.lineBroken();
        if (c == '(') {
            return Optional.of("a call, which is code");
        }
        if (c == '.' || c == '[' || c == '`' || (c == '!' && text.at(1) != '=') || (c == '?' && text.at(1) == '.')) {
            return Optional.of("code");
        }
        if (c == '=' && text.at(1) == '>') {
            return Optional.of("a function");
        }
        boolean operator = c >= 0 && "+-*/%<>=!&|^?".indexOf(c) >= 0;
        if (operator || (OPERATORS.contains(text.word()) && sameLine)) {
            return Optional.of(CALCULATION);
        }
        return Optional.empty();
    }
}

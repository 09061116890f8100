package dev.ferry.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random values, each written twice: as plain JSON and as a module of odd but sound TypeScript. */
final class RandomModule {
    private static final String[] CHARACTERS = {
        "a", "Z", "0", " ", "/", "~", "$", "é", "€", "漢", "😀", "\n", "\t", "\"", "'", "`", "\\", "\u0001", "\u2028"
    };
    private static final String[] BLANKS = {
        "", "", "", " ", "\n", "\r\n", "\t", " // é, 'x'\n", "/* 😀 } */", "/**\n * doc\n */ ", "\u00A0"
    };
    private static final String[] CASTS = {
        "",
        "",
        "",
        " as const",
        " as A<B[], {c: 'd}'}>",
        " satisfies X | Y[]",
        " as typeof q[number]",
        " as 'a' | \"]\""
    };
    private static final String[][] NUMBERS = {
        {"0", "0"},
        {"-1", "-1"},
        {"12.50", "12.50"},
        {"100000", "100_000"},
        {"0.5", ".5"},
        {"5", "5."},
        {"1e5", "1e5"},
        {"255", "0xFF"},
        {"-6", "-0b110"},
        {"8", "0o10"},
        {"3", "+3"},
        {"9007199254740993.10", "9007199254740993.10"}
    };

    final StringBuilder json = new StringBuilder();
    final StringBuilder module = new StringBuilder();

    /** Where values begin in the module, by their path. */
    final Map<List<String>, Integer> starts = new LinkedHashMap<>();

    private final Random random;

    private RandomModule(Random random) {
        this.random = random;
    }

    /** A constant of this name with an array of records. */
    static RandomModule of(Random random, String name) {
        RandomModule values = new RandomModule(random);
        values.blank();
        values.module.append("export const ").append(name).append(": Map<string, (a: X) => {b: Y}>[] =");
        values.container('[', List.of(), 4);
        values.module.append(values.pick(CASTS)).append(";\n");
        return values;
    }

    private void value(List<String> path, int depth) {
        blank();
        boolean parentheses = random.nextInt(6) == 0;
        module.append(parentheses ? "( " : "").append(random.nextInt(12) == 0 ? "<Cast<X>>" : "");
        starts.put(path, module.length());
        switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> both("null");
            case 1 -> both(Boolean.toString(random.nextBoolean()));
            case 2 -> {
                String[] number = NUMBERS[random.nextInt(NUMBERS.length)];
                json.append(number[0]);
                module.append(number[1]);
            }
            case 3, 4 -> {
                String text = text();
                json.append(quoted(text));
                module.append(literal(text, "'\"`".charAt(random.nextInt(3))));
            }
            case 5 -> container('{', path, depth - 1);
            default -> container('[', path, depth - 1);
        }
        module.append(pick(CASTS));
        blank();
        module.append(parentheses ? ")" : "");
        blank();
    }

    private void container(char opening, List<String> path, int depth) {
        both(Character.toString(opening));
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            both(i == 0 ? "" : ",");
            undefined(opening);
            String step = Integer.toString(i);
            if (opening == '{') {
                step = name(i);
            }
            List<String> longer = new ArrayList<>(path);
            longer.add(step);
            value(longer, depth);
        }
        if (count > 0 && random.nextBoolean()) {
            module.append(',');
        }
        blank();
        both(opening == '{' ? "}" : "]");
    }

    private void undefined(char opening) {
        if (opening == '{' && random.nextInt(5) == 0) {
            module.append("é: undefined /* none */ ,");
        }
    }

    private String name(int i) {
        blank();
        String name;
        if (random.nextInt(3) == 0) {
            name = "é$_" + i;
            module.append(name);
        } else if (random.nextInt(4) == 0) {
            name = Integer.toString(i);
            module.append(name);
        } else {
            name = text() + i;
            String literal = literal(name, "'\"".charAt(random.nextInt(2)));
            module.append(random.nextInt(4) == 0 ? "[ " + literal + "]" : literal);
        }
        json.append(quoted(name)).append(':');
        blank();
        module.append(':');
        return name;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pick(CHARACTERS));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\' || c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private String literal(String text, char quote) {
        StringBuilder literal = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> literal.append(character(c, quote)));
        return literal.append(random.nextInt(8) == 0 ? "\\\n" : "")
                .append(quote)
                .toString();
    }

    private String character(int c, char quote) {
        boolean needed = c == quote || c == '\\' || (c == '\n' && quote != '`');
        if (!needed && random.nextInt(4) > 0) {
            return Character.toString(c);
        }
        if (c == '\n') {
            return "\\n";
        }
        if (c > 0xFF || random.nextBoolean()) {
            return "\\u{" + Integer.toHexString(c) + "}";
        }
        return c == quote || c == '\\' ? "\\" + (char) c : String.format("\\x%02X", c);
    }

    private void both(String text) {
        json.append(text);
        module.append(text);
    }

    private void blank() {
        module.append(pick(BLANKS));
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}

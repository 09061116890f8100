package dev.ferry.source;

import java.util.Random;

/** Random JSON documents: all kinds of values, escapes, characters of all lengths, odd white space. */
public final class RandomJson {
    private static final String[] CHARACTERS = {
        "a",
        "Z",
        "0",
        " ",
        "/",
        "~",
        "é",
        "ß",
        "€",
        "漢",
        "😀",
        "\uFEFF",
        "\u007F",
        "\\n",
        "\\\"",
        "\\\\",
        "\\u00e9",
        "\\ud83d\\ude00"
    };
    private static final String[] SPACES = {"", "", "", " ", "\n", "\r\n", "\t", "  "};
    private static final String[] NUMBERS = {"0", "-1", "12.50", "1e5", "-0.0E-7", "9223372036854775808", "123456"};

    private final Random random;
    private final StringBuilder json = new StringBuilder();

    private RandomJson(Random random) {
        this.random = random;
    }

    /** A document of a number of records, keyed or listed. */
    public static String document(Random random, Section.Shape shape) {
        RandomJson document = new RandomJson(random);
        document.space();
        document.container(shape == Section.Shape.KEYED ? '{' : '[', random.nextInt(8), 4);
        document.space();
        return document.json.toString();
    }

    private void value(int depth) {
        switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> json.append("null");
            case 1 -> json.append(random.nextBoolean());
            case 2 -> json.append(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 3, 4 -> text();
            case 5 -> container('{', random.nextInt(4), depth - 1);
            default -> container('[', random.nextInt(4), depth - 1);
        }
    }

    private void container(char opening, int members, int depth) {
        json.append(opening);
        space();
        for (int i = 0; i < members; i++) {
            json.append(i == 0 ? "" : ",");
            space();
            if (opening == '{') {
                text();
                // No name twice in one object.
                json.insert(json.length() - 1, i);
                space();
                json.append(':');
                space();
            }
            value(depth);
            space();
        }
        json.append(opening == '{' ? '}' : ']');
    }

    private void text() {
        json.append('"');
        for (int i = random.nextInt(6); i > 0; i--) {
            json.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        json.append('"');
    }

    private void space() {
        json.append(SPACES[random.nextInt(SPACES.length)]);
    }
}

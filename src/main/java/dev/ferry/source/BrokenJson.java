package dev.ferry.source;

import java.util.List;
import java.util.stream.Collectors;

/** Puts what is wrong with a file into words. */
final class BrokenJson {
    static final String SYNTAX = "syntax";
    static final String ENCODING = "encoding";
    static final String LIMIT = "limit";

    private static final int MAX_WORD = 30;

    private BrokenJson() {}

    /** The file ends too early. */
    static String ended(String expected) {
        return "the file ends where " + expected + " is expected (it seems to be cut off)";
    }

    /** Something else stands where this is expected; {@code seen} begins with it. */
    static String unexpected(String expected, String seen) {
        int c = seen.codePointAt(0);
        String wanted = expected + " is expected, found ";
        if (c == '/' || c == '#') {
            return wanted + (char) c + " (JSON has no comments)";
        }
        if (c == '\'') {
            return wanted + "' (JSON puts text in double quotes)";
        }
        if (Character.isLetter(c)) {
            return wanted + word(seen) + " (without quotes JSON has only numbers, true, false and null)";
        }
        return wanted + '\'' + Excerpt.of(Character.toString(c)) + '\'';
    }

    /** A comma that nothing follows. */
    static String trailingComma(char closing) {
        return "a value is expected between ',' and '" + closing + "', found none (JSON allows no comma before it)";
    }

    /** A character below U+0020 inside text. */
    static String control(int c) {
        return switch (c) {
            case '\n', '\r' -> "a line break inside text must be written as \\n, or its closing quote is missing";
            case '\t' -> "a tab inside text must be written as \\t";
            default -> String.format("the control character U+%04X inside text must be written as \\u%04x", c, c);
        };
    }

    /** A section holds the wrong kind of value; there is one for each shape that it may have. */
    static String wrongShape(List<Section> twins, int found) {
        String wanted = twins.stream().map(BrokenJson::shape).collect(Collectors.joining(" or "));
        return "section " + twins.get(0).name() + " must be " + wanted + ", found " + kind(found);
    }

    private static String shape(Section section) {
        return switch (section.shape()) {
            case KEYED -> "an object whose member names are the records' keys";
            case LIST -> "an array of records";
            case SINGLE -> "an object that is the only record";
        };
    }

    /** Whether a value may begin with this byte. */
    static boolean startsValue(int first) {
        return first == '-' || (first >= '0' && first <= '9') || "{[\"tfn".indexOf(first) >= 0;
    }

    /** What begins with this byte. */
    static String kind(int first) {
        return switch (first) {
            case '{' -> "an object";
            case '[' -> "an array";
            case '"', '\'', '`' -> "text";
            case 't', 'f' -> "a boolean";
            case 'n' -> "null";
            case 'u' -> "undefined";
            default -> "a number";
        };
    }

    /** Bytes in hexadecimal. */
    static String hex(byte[] bytes, int from, int to) {
        StringBuilder hex = new StringBuilder();
        for (int i = from; i < to; i++) {
            hex.append(String.format(hex.isEmpty() ? "%02X" : " %02X", bytes[i] & 0xFF));
        }
        return hex.toString();
    }

    private static String word(String seen) {
        int end = 0;
        while (end < seen.length() && end < MAX_WORD && Character.isLetterOrDigit(seen.charAt(end))) {
            end++;
        }
        return seen.substring(0, end);
    }
}

package dev.ferry.source;

import java.nio.charset.StandardCharsets;

/** What a message shows of a value: at most {@link #MAX_LENGTH} characters on one line, each of them visible. */
public final class Excerpt {
    /** The most characters of the value that are shown. */
    public static final int MAX_LENGTH = 200;

    private Excerpt() {}

    /** The beginning of a text, control characters and lone surrogates written as JSON escapes. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (shown.length() >= MAX_LENGTH) {
                return shown.append('…').toString();
            }
            append(shown, c);
            i += Character.charCount(c);
        }
        return shown.toString();
    }

    /** The beginning of a text that stands between two indexes of UTF-8 bytes. */
    public static String of(byte[] bytes, int from, int to) {
        // A code point takes at most four bytes; one more than is shown tells that there is more.
        int end = (int) Math.min(to, from + 4L * (MAX_LENGTH + 1));
        while (end < to && end > from && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return of(new String(bytes, from, end - from, StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder shown, int c) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (visible(c)) {
                    shown.appendCodePoint(c);
                } else if (c <= 0xFFFF) {
                    shown.append(String.format("\\u%04x", c));
                } else {
                    shown.append(String.format(
                            "\\u%04x\\u%04x", (int) Character.highSurrogate(c), (int) Character.lowSurrogate(c)));
                }
            }
        }
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

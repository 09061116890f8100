package dev.ferry.backup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in COPY's text format: what the types' own output functions say, which no cast to text can promise.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, "Text Format"</a>
 */
final class CopyText {
    private CopyText() {}

    /**
     * The values of a row, which the server has checked to be UTF-8.
     *
     * @param row as the server sends it, with the newline at its end
     */
    static List<@Nullable String> values(byte[] row) {
        String text = new String(row, 0, row.length - 1, StandardCharsets.UTF_8);
        List<@Nullable String> values = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\t'); end >= 0; end = text.indexOf('\t', start)) {
            values.add(value(text.substring(start, end)));
            start = end + 1;
        }
        values.add(value(text.substring(start)));
        return values;
    }

    private static @Nullable String value(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        if (escaped.equals("\\N")) {
            return null;
        }
        StringBuilder value = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            value.append(c == '\\' ? unescaped(escaped.charAt(++i)) : c);
        }
        return value.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000B';
            default -> letter;
        };
    }
}

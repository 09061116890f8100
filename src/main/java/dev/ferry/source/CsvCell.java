package dev.ferry.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a cell says, as JSON. An empty cell without quotes says nothing, {@code \N} without quotes null (as PostgreSQL's COPY
 * writes it); a JSON object or array is that, with or without quotes; a JSON number, true or false without quotes is that, its
 * characters kept; anything else is text.
 */
public final class CsvCell {
    /** The column with the keys of a keyed section's records. */
    public static final String KEY_COLUMN = "$key";

    /** The column with whole records; beside it there is none but that of the keys. */
    public static final String VALUE_COLUMN = "$value";

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final String HEXADECIMAL = "0123456789abcdef";

    private CsvCell() {}

    /** The value, empty where the cell says nothing. */
    static Optional<byte[]> value(CsvRow row, int cell) {
        byte[] content = row.content(cell);
        if (!row.isQuoted(cell)) {
            if (content.length == 0) {
                return Optional.empty();
            }
            if (content.length == 2 && content[0] == '\\' && content[1] == 'N') {
                return Optional.of(NULL);
            }
            if (isToken(content)) {
                return Optional.of(content);
            }
        }
        return Optional.of(isContainer(content) ? content : text(content));
    }

    /** Whether a cell with these characters, in UTF-8, is read as a JSON object or array. */
    public static boolean isContainer(byte[] content) {
        int first = 0;
        while (first < content.length && " \n\r\t".indexOf(content[first]) >= 0) {
            first++;
        }
        return first < content.length && (content[first] == '{' || content[first] == '[') && JsonPaths.isValue(content);
    }

    private static boolean isToken(byte[] content) {
        byte first = content[0];
        if (first == '-' || (first >= '0' && first <= '9')) {
            return isNumber(content);
        }
        String word = content.length <= "false".length() ? new String(content, StandardCharsets.UTF_8) : "";
        return word.equals("true") || word.equals("false");
    }

    /** RFC 8259, section 6. */
    private static boolean isNumber(byte[] content) {
        int i = content[0] == '-' ? 1 : 0;
        int whole = digits(content, i);
        if (whole == 0 || (whole > 1 && content[i] == '0')) {
            return false;
        }
        i += whole;
        if (i < content.length && content[i] == '.') {
            int fraction = digits(content, i + 1);
            if (fraction == 0) {
                return false;
            }
            i += 1 + fraction;
        }
        if (i < content.length && (content[i] | 0x20) == 'e') {
            i += i + 1 < content.length && (content[i + 1] == '+' || content[i + 1] == '-') ? 2 : 1;
            int exponent = digits(content, i);
            if (exponent == 0) {
                return false;
            }
            i += exponent;
        }
        return i == content.length;
    }

    private static int digits(byte[] content, int from) {
        int i = from;
        while (i < content.length && content[i] >= '0' && content[i] <= '9') {
            i++;
        }
        return i - from;
    }

    /** A JSON string of UTF-8 text. */
    static byte[] text(byte[] content) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(content.length + 2);
        json.write('"');
        for (byte b : content) {
            switch (b) {
                case '"', '\\' -> {
                    json.write('\\');
                    json.write(b);
                }
                default -> {
                    if (b >= 0 && b < ' ') {
                        escape(json, b);
                    } else {
                        json.write(b);
                    }
                }
            }
        }
        json.write('"');
        return json.toByteArray();
    }

    private static void escape(ByteArrayOutputStream json, byte control) {
        json.writeBytes(new byte[] {
            '\\', 'u', '0', '0', (byte) HEXADECIMAL.charAt(control >> 4), (byte) HEXADECIMAL.charAt(control & 0xF)
        });
    }
}

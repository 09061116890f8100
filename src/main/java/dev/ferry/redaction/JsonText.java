package dev.ferry.redaction;

import java.util.Locale;

/** What stands between the quotes of a JSON text (RFC 8259, section 7), and what it means. */
final class JsonText {
    private JsonText() {}

    static String decode(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 == written.length()) {
                text.append(c);
                continue;
            }
            i++;
            switch (written.charAt(i)) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(written, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> text.append(written.charAt(i));
            }
        }
        return text.toString();
    }

    static String encode(String text) {
        StringBuilder written = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> written.append('\\').append(c);
                case '\n' -> written.append("\\n");
                case '\r' -> written.append("\\r");
                case '\t' -> written.append("\\t");
                default -> {
                    if (c < ' ') {
                        written.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        written.append(c);
                    }
                }
            }
        }
        return written.toString();
    }
}

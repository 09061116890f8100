package dev.ferry.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms in which a text may appear inside another, as a regular expression: percent-encoded (RFC 3986), escaped for JSON,
 * HTML or Markdown, quoted for a shell or SQL, each character in a form of its own; and in Base64 (RFC 4648) at any of the
 * three offsets that a text before it may cause.
 */
final class Encodings {
    private static final Map<Integer, String> ENTITIES =
            Map.of((int) '&', "amp", (int) '<', "lt", (int) '>', "gt", (int) '"', "quot", (int) '\'', "apos");

    /** Characters of Base64 below which a chance hit is likely. */
    private static final int FEWEST = 7;

    private Encodings() {}

    /** A regular expression for a text in any form but Base64. */
    static String anyForm(String text) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints().forEach(character -> {
            // What escapes the first character is no part of the secret.
            String escapes = pattern.isEmpty() || character == '\\' ? "" : "\\\\{0,8}";
            // The shortest form last, or it would leave a rest of a longer one.
            pattern.append("(?:").append(String.join("|", forms(character)));
            pattern.append('|')
                    .append(escapes)
                    .append(Pattern.quote(Character.toString(character)))
                    .append(')');
        });
        return pattern.toString();
    }

    /** Regular expressions for what Base64 makes of a text as a part of a longer one; none for a text that is too short. */
    static Set<String> base64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // Only the characters whose six bits are the text's own.
            int from = (offset * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            if (to - from >= FEWEST) {
                forms.add(Pattern.quote(encoded.substring(from, to))
                        .replace("+", "\\E[+-]\\Q")
                        .replace("/", "\\E[/_]\\Q"));
            }
        }
        return forms;
    }

    /** The characters that a form of a text may begin with. */
    static String starts(String text) {
        return text.isEmpty() ? "" : text.substring(0, Character.charCount(text.codePointAt(0))) + "%\\&'?";
    }

    private static List<String> forms(int character) {
        List<String> forms = new ArrayList<>();
        forms.add(percent(character));
        forms.add(unicode(character));
        forms.add("&(?:amp;)*#0*" + character + ";");
        forms.add("&(?:amp;)*#[xX]0*" + anyCase(Integer.toHexString(character)) + ";");
        if (ENTITIES.containsKey(character)) {
            forms.add("&(?:amp;)*" + ENTITIES.get(character) + ";");
        }
        switch (character) {
            case '\'' -> forms.addAll(0, List.of("''", "'\\\\''", "'\"'\"'"));
            case '\\' -> forms.add("\\\\{1,8}");
            case ' ' -> forms.add("\\+");
            case '\n' -> forms.addAll(List.of("\\\\{1,4}n", "\\?"));
            case '\r' -> forms.addAll(List.of("\\\\{1,4}r", "\\?"));
            case '\t' -> forms.addAll(List.of("\\\\{1,4}t", "\\?"));
            default -> {
                if (Character.isISOControl(character)) {
                    forms.add("\\?");
                }
            }
        }
        return forms;
    }

    /** Also where a percent sign was encoded again. */
    private static String percent(int character) {
        StringBuilder form = new StringBuilder();
        for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            form.append("%(?:25)*").append(anyCase(String.format(Locale.ROOT, "%02x", one)));
        }
        return form.toString();
    }

    private static String unicode(int character) {
        StringBuilder form = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            form.append("\\\\{1,4}u").append(anyCase(String.format(Locale.ROOT, "%04x", (int) unit)));
        }
        return form.toString();
    }

    private static String anyCase(String hex) {
        StringBuilder any = new StringBuilder();
        hex.chars().forEach(digit -> {
            if (Character.isLetter(digit)) {
                any.append('[')
                        .append((char) digit)
                        .append((char) Character.toUpperCase(digit))
                        .append(']');
            } else {
                any.append((char) digit);
            }
        });
        return any.toString();
    }
}

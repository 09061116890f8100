package dev.ferry.bind;

import dev.ferry.source.Limits;
import dev.ferry.source.LoneSurrogates;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Says what keeps a text out of PostgreSQL.
 *
 * <p>Neither {@code text} nor {@code jsonb} holds U+0000, and {@code jsonb} refuses a surrogate without its partner
 * (PostgreSQL documentation, "JSON Types").
 */
final class TextCheck {
    private static final int ESCAPE = "\\u0000".length();

    private TextCheck() {}

    /** What is wrong with a text, and which rule that breaks. */
    record Fault(String rule, String message) {}

    /** The fault of a string in valid JSON, whose opening quote stands at an index. */
    static Optional<Fault> of(byte[] json, int quote, Limits limits) {
        Optional<Fault> fault = Optional.empty();
        int i = quote + 1;
        while (json[i] != '"') {
            if (json[i] != '\\') {
                i++;
            } else if (json[i + 1] != 'u') {
                i += 2;
            } else {
                int c = LoneSurrogates.codeUnit(json, i);
                boolean pair = LoneSurrogates.isPair(json, i);
                if (fault.isEmpty() && !pair && unsupported(c)) {
                    fault = Optional.of(unsupported(c, i - quote - 1));
                }
                i += pair ? 2 * ESCAPE : ESCAPE;
            }
        }
        int length = i - quote - 1;
        return length > limits.stringBytes() ? Optional.of(tooLong(length, limits)) : fault;
    }

    /** The fault of a text as it is in memory. */
    static Optional<Fault> of(String text, Limits limits) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > limits.stringBytes()) {
            return Optional.of(tooLong(length, limits));
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (unsupported(text.codePointAt(i))) {
                return Optional.of(unsupported(text.codePointAt(i), i));
            }
        }
        return Optional.empty();
    }

    private static boolean unsupported(int c) {
        return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Fault unsupported(int c, int before) {
        String escape = String.format("\\u%04x", c);
        String why = c == 0
                ? " is a character that PostgreSQL cannot hold"
                : " is half of a surrogate pair and its other half is missing";
        return new Fault(Rule.UNSUPPORTED_CHARACTER, escape + why + " (" + before + " bytes into the text)");
    }

    private static Fault tooLong(int length, Limits limits) {
        String message = "the text has " + length + " bytes, at most " + limits.stringBytes()
                + " are allowed (raise the limit with --max-string)";
        return new Fault(Rule.LIMIT, message);
    }
}

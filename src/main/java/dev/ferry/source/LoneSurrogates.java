package dev.ferry.source;

/**
 * Replaces escapes of surrogates that have no partner, since Jackson refuses to read them in member names.
 *
 * <p>RFC 8259 (section 8.2) allows them, so they are found and reported as what they are: a character that cannot be stored.
 */
public final class LoneSurrogates {
    private static final int ESCAPE = "\\u0000".length();
    private static final byte[] REPLACEMENT = {'f', 'f', 'f', 'd'};

    private LoneSurrogates() {}

    /** The same valid JSON with the replacement character for each; the same array where there is none. Same length. */
    public static byte[] replaced(byte[] json) {
        byte[] result = json;
        int i = 0;
        while (i < json.length) {
            if (json[i] != '\\') {
                i++;
            } else if (json[i + 1] != 'u') {
                i += 2;
            } else if (isPair(json, i)) {
                i += 2 * ESCAPE;
            } else {
                if (Character.isSurrogate(codeUnit(json, i))) {
                    result = result == json ? json.clone() : result;
                    System.arraycopy(REPLACEMENT, 0, result, i + 2, REPLACEMENT.length);
                }
                i += ESCAPE;
            }
        }
        return result;
    }

    /** Whether the escape of a high surrogate stands at an index of valid JSON, and that of a low one behind it. */
    public static boolean isPair(byte[] json, int escape) {
        int second = escape + ESCAPE;
        return Character.isHighSurrogate(codeUnit(json, escape))
                && json[second] == '\\'
                && json[second + 1] == 'u'
                && Character.isLowSurrogate(codeUnit(json, second));
    }

    /** The UTF-16 code unit of the escape, written as backslash, u and four digits, at an index of valid JSON. */
    public static char codeUnit(byte[] json, int escape) {
        int c = 0;
        for (int i = escape + 2; i < escape + ESCAPE; i++) {
            c = c * 16 + Character.digit(json[i], 16);
        }
        return (char) c;
    }
}

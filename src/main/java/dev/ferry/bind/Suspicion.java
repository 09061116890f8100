package dev.ferry.bind;

import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;

/**
 * Looks over a record for what only {@link Inspection} can judge. It may be suspicious for nothing, but misses nothing; so
 * almost all records need no inspection.
 */
final class Suspicion {
    /** Far more digits than any limit allows, and still far from an overflow. */
    private static final int ENDLESS = 1 << 30;

    private Suspicion() {}

    /** Whether a text may be too long or hold what PostgreSQL cannot, or a number may have too many digits. */
    static boolean of(RawRecord raw, Limits limits) {
        byte[] json = raw.bytes();
        return json.length > limits.stringBytes()
                || raw.key().filter(key -> suspicious(key, limits)).isPresent()
                || digitsInARow(json, limits.numberDigits())
                || escapeOrExponent(json, limits.numberDigits());
    }

    private static boolean suspicious(String key, Limits limits) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return true;
            }
        }
        // A character takes at most three bytes; a pair of surrogates four.
        return key.length() > limits.stringBytes() / 3;
    }

    /** A row longer than the most that is allowed covers at least one of the bytes that stand so far apart. */
    private static boolean digitsInARow(byte[] json, int max) {
        for (long at = max; at < json.length; at += max) {
            int middle = (int) at;
            int from = middle;
            while (from > 0 && digit(json[from - 1]) && middle - from <= max) {
                from--;
            }
            int to = middle;
            while (to < json.length && digit(json[to]) && to - from <= max) {
                to++;
            }
            if (to - from > max) {
                return true;
            }
        }
        return false;
    }

    private static boolean escapeOrExponent(byte[] json, int maxDigits) {
        for (int i = 1; i < json.length; i++) {
            byte c = json[i];
            if (c == '\\') {
                i++;
                if (json[i] == 'u' && refusable(json, i + 1)) {
                    return true;
                }
            } else if ((c == 'e' || c == 'E') && digit(json[i - 1]) && written(json, i) > maxDigits) {
                return true;
            }
        }
        return false;
    }

    /** U+0000, or a surrogate, which is fine in a pair. */
    private static boolean refusable(byte[] json, int hex) {
        if (json[hex] == '0') {
            return json[hex + 1] == '0' && json[hex + 2] == '0' && json[hex + 3] == '0';
        }
        return (json[hex] | 0x20) == 'd' && json[hex + 1] >= '8';
    }

    /** At least as many digits as a number would have without its exponent. */
    private static long written(byte[] json, int e) {
        int from = e;
        while (from > 0 && digit(json[from - 1])) {
            from--;
        }
        int i = e + 1;
        if (i < json.length && (json[i] == '+' || json[i] == '-')) {
            i++;
        }
        long exponent = 0;
        while (i < json.length && json[i] >= '0' && json[i] <= '9' && exponent < ENDLESS) {
            exponent = exponent * 10 + (json[i] - '0');
            i++;
        }
        return e - from + exponent;
    }

    private static boolean digit(byte c) {
        return (c >= '0' && c <= '9') || c == '.';
    }
}

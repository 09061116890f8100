package dev.ferry.source;

/** The well-formed byte sequences of UTF-8 (Unicode Standard, table 3-7). */
final class Utf8 {
    private Utf8() {}

    /** The length of the character that begins at an index, 1 to 4; 0 where its bytes are ill-formed or cut off. */
    static int length(byte[] bytes, int index, int end) {
        int first = bytes[index] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2) {
            return 0;
        }
        if (first < 0xE0) {
            return continues(bytes, index + 1, end, 0x80, 0xBF) ? 2 : 0;
        }
        if (first < 0xF0) {
            // E0 would be overlong below A0; ED from A0 on is a surrogate.
            int low = first == 0xE0 ? 0xA0 : 0x80;
            int high = first == 0xED ? 0x9F : 0xBF;
            return continues(bytes, index + 1, end, low, high) && continues(bytes, index + 2, end, 0x80, 0xBF) ? 3 : 0;
        }
        if (first > 0xF4) {
            return 0;
        }
        // F0 would be overlong below 90; F4 from 90 on lies past U+10FFFF.
        int low = first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xF4 ? 0x8F : 0xBF;
        return continues(bytes, index + 1, end, low, high)
                        && continues(bytes, index + 2, end, 0x80, 0xBF)
                        && continues(bytes, index + 3, end, 0x80, 0xBF)
                ? 4
                : 0;
    }

    private static boolean continues(byte[] bytes, int index, int end, int low, int high) {
        if (index >= end) {
            return false;
        }
        int value = bytes[index] & 0xFF;
        return value >= low && value <= high;
    }
}

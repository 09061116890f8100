package dev.ferry.password;

import java.util.Base64;
import java.util.Optional;

/** Bytes as hashes write them; one wrong character, and there are none. */
final class Base64Text {
    private Base64Text() {}

    /** Without padding, as PHC strings are. */
    static Optional<byte[]> unpadded(String text) {
        return text.endsWith("=") ? Optional.empty() : decode(text);
    }

    /** With the padding that is due. */
    static Optional<byte[]> padded(String text) {
        return text.length() % 4 == 0 ? decode(text) : Optional.empty();
    }

    /** passlib's own: no padding, and a dot for the plus sign. */
    static Optional<byte[]> adapted(String text) {
        return text.contains("+") ? Optional.empty() : unpadded(text.replace('.', '+'));
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

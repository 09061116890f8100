package dev.ferry.profile;

import dev.ferry.password.StoredHash;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a source says of a password. */
public sealed interface Password {
    /** A hash in a known format, kept as it is: bcrypt, argon2, scrypt or PBKDF2. */
    record Hashed(String hash) implements Password {
        /** Keeps the hash out of logs and messages. */
        @Override
        public String toString() {
            return "Hashed[hash=***]";
        }
    }

    /** A bare digest, 32, 40, 64 or 128 hexadecimal digits: kept, but nobody can log in with it. */
    record Digest(String digits) implements Password {
        /** The digits, 32, 40, 64 or 128: the lengths of MD5, SHA-1, SHA-256 and SHA-512. */
        private static final Pattern SHAPE =
                Pattern.compile("(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{128})");

        /** Keeps the digits out of logs and messages. */
        @Override
        public String toString() {
            return "Digest[digits=***]";
        }
    }

    /** A password as its owner types it: it is hashed, and never stored as read. */
    record Plain(String text) implements Password {
        /** Spring Security's id for passwords that are not hashed; it is not part of them. */
        private static final String ID = "{noop}";

        /** Keeps the text out of logs and messages. */
        @Override
        public String toString() {
            return "Plain[text=***]";
        }
    }

    /** None. */
    record Missing() implements Password {}

    /**
     * Tells which of these a source's text is; null and blank texts are missing.
     *
     * <p>A hash has to have its format's shape to the letter: one that was cut is a plain text like any other. Spaces around a
     * hash, which columns of a fixed width add, are not part of it; around a plain password they are.
     */
    static Password of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Missing();
        }
        String hash = text.strip();
        if (Digest.SHAPE.matcher(hash).matches()) {
            return new Digest(hash);
        }
        if (StoredHash.of(hash).isPresent()) {
            return new Hashed(hash);
        }
        String plain = text.startsWith(Plain.ID) ? text.substring(Plain.ID.length()) : text;
        return plain.isBlank() ? new Missing() : new Plain(plain);
    }
}

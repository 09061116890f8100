package dev.ferry.profile;

import org.jspecify.annotations.Nullable;

/** What a source says of a password. */
public sealed interface Password {
    /** A hash in a known format, kept as it is: bcrypt, argon2, scrypt or PBKDF2. */
    record Hashed(String hash) implements Password {}

    /** A bare digest, 32, 40, 64 or 128 hexadecimal digits: kept, but nobody can log in with it. */
    record Digest(String digits) implements Password {}

    /** A password as its owner types it: it is hashed, and never stored as read. */
    record Plain(String text) implements Password {
        /** Keeps the text out of logs and messages. */
        @Override
        public String toString() {
            return "Plain[text=***]";
        }
    }

    /** None. */
    record Missing() implements Password {}

    /** Tells which of these a source's text is; null and blank texts are missing. */
    static Password of(@Nullable String text) {
        return text == null || text.isBlank() ? new Missing() : new Plain(text);
    }
}

package dev.ferry.password;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Hashes passwords for the target. Thread-safe.
 *
 * <p>bcrypt sees the first 72 bytes of a password only, and libraries either cut a longer one silently or refuse it. So a longer
 * one is hashed with Argon2id even where bcrypt is asked for: nothing of it is lost, and the hash says how it was made.
 */
public final class Hasher {
    private final PasswordHash algorithm;
    private final SecureRandom random = new SecureRandom();

    public Hasher(PasswordHash algorithm) {
        this.algorithm = algorithm;
    }

    /** Hashes a password with a salt of its own; takes some 50 ms of one core. */
    public String hash(String plain) {
        boolean fits = plain.getBytes(StandardCharsets.UTF_8).length <= Bcrypt.MAX_BYTES;
        return switch (algorithm) {
            case BCRYPT -> fits ? Bcrypt.hash(plain, random) : Argon2.hash(plain, random);
            case ARGON2ID -> Argon2.hash(plain, random);
        };
    }

    /** A text in the shape of a hash that no password has, for rows that are going to be taken back. */
    public String placeholder() {
        return switch (algorithm) {
            case BCRYPT -> "$2a$10$" + ".".repeat(53);
            case ARGON2ID -> "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);
        };
    }
}

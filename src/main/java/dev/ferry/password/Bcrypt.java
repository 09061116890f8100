package dev.ferry.password;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt in the modular crypt format: {@code $2b$10$} and 22 characters of salt, 31 of hash.
 *
 * <p>The format: <a href="https://man.openbsd.org/crypt.3">crypt(3)</a>; its variants: <a
 * href="https://passlib.readthedocs.io/en/stable/lib/passlib.hash.bcrypt.html">passlib</a>.
 */
record Bcrypt(String hash) implements StoredHash {
    /** What bcrypt takes of a password, in bytes of UTF-8; the rest it does not see. */
    static final int MAX_BYTES = 72;

    private static final int COST = 10;
    /** Some ten seconds; each more doubles it. */
    private static final int MAX_COST = 17;

    private static final int SALT_BYTES = 16;
    private static final Pattern FORMAT =
            Pattern.compile("\\$2[abxy]\\$(?:0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    static Optional<Bcrypt> of(String text) {
        return FORMAT.matcher(text).matches() ? Optional.of(new Bcrypt(text)) : Optional.empty();
    }

    /** Hashes a password of at most {@value #MAX_BYTES} bytes; {@code $2a$} is the variant that every library reads. */
    static String hash(String plain, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return OpenBSDBCrypt.generate("2a", plain.getBytes(StandardCharsets.UTF_8), salt, COST);
    }

    @Override
    public Match matches(String plain) {
        if (Integer.parseInt(hash.substring(4, 6)) > MAX_COST) {
            return Match.UNKNOWN;
        }
        // The variant of a defect in PHP's implementation: another function, which is in no library for Java.
        if (hash.startsWith("$2x$")) {
            return Match.UNKNOWN;
        }
        return OpenBSDBCrypt.checkPassword(hash, plain.getBytes(StandardCharsets.UTF_8)) ? Match.YES : Match.NO;
    }

    /** Keeps the hash out of logs and messages. */
    @Override
    public String toString() {
        return "Bcrypt[***]";
    }
}

package dev.ferry.password;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A password hash in a format that is known: bcrypt, argon2, scrypt or PBKDF2. Thread-safe.
 *
 * <p>Each may carry the {@code {id}} of Spring Security's DelegatingPasswordEncoder in front (<a
 * href="https://docs.spring.io/spring-security/reference/features/authentication/password-storage.html">Password Storage</a>).
 */
public interface StoredHash {
    /** Longer than any hash; bounds what is looked at. */
    int MAX_LENGTH = 1024;

    /** Compares a password with the hash; takes as long as the hash's cost asks for. */
    Match matches(String plain);

    /** Reads a hash; empty where the text has the shape of none, be it by one character. */
    static Optional<StoredHash> of(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        for (Family family : Family.ALL) {
            String hash = family.prefix().matcher(text).replaceFirst("");
            Optional<? extends StoredHash> stored = family.reader().apply(hash);
            if (stored.isPresent()) {
                return Optional.of(stored.get());
            }
        }
        return SpringPbkdf2.of(text);
    }

    /**
     * Formats of one algorithm.
     *
     * @param prefix the Spring ids that stand for it
     */
    record Family(Pattern prefix, Function<String, Optional<? extends StoredHash>> reader) {
        private static final String VERSION = "(?:@SpringSecurity_v5_[28])?";
        static final List<Family> ALL = List.of(
                of("bcrypt", Bcrypt::of), of("argon2", Argon2::of), of("scrypt", Scrypt::of), of("pbkdf2", Pbkdf2::of));

        private static Family of(String id, Function<String, Optional<? extends StoredHash>> reader) {
            return new Family(Pattern.compile("^\\{" + id + VERSION + "}"), reader);
        }
    }
}

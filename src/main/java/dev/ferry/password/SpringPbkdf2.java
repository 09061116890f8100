package dev.ferry.password;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * PBKDF2 as Spring Security's Pbkdf2PasswordEncoder writes it: salt and hash as hexadecimal digits, so that only the id in
 * front tells it from others. Iterations, algorithm and a secret are the application's, so it is not computed.
 */
record SpringPbkdf2() implements StoredHash {
    /** A salt of 8 or 16 bytes, a hash of 32. */
    private static final Pattern FORMAT =
            Pattern.compile("\\{pbkdf2}[0-9a-f]{80}|\\{pbkdf2@SpringSecurity_v5_8}[0-9a-f]{96}");

    static Optional<StoredHash> of(String text) {
        return FORMAT.matcher(text).matches() ? Optional.of(new SpringPbkdf2()) : Optional.empty();
    }

    @Override
    public Match matches(String plain) {
        return Match.UNKNOWN;
    }
}

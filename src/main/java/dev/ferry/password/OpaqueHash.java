package dev.ferry.password;

import java.util.Optional;
import java.util.regex.Pattern;

/** A hash that is known by its shape, but not computed here. */
record OpaqueHash() implements StoredHash {
    /**
     * scrypt as libxcrypt and libsodium write it, in an alphabet of its own: N, r, p in 11 characters, salt, hash. <a
     * href="https://man7.org/linux/man-pages/man5/crypt.5.html">crypt(5)</a>.
     */
    private static final Pattern SCRYPT_7 = Pattern.compile("\\$7\\$[./A-Za-z0-9]{11,97}\\$[./A-Za-z0-9]{43}");

    static Optional<OpaqueHash> of(String text) {
        return SCRYPT_7.matcher(text).matches() ? Optional.of(new OpaqueHash()) : Optional.empty();
    }

    @Override
    public Match matches(String plain) {
        return Match.UNKNOWN;
    }
}

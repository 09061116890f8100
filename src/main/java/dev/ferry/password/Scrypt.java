package dev.ferry.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * scrypt (<a href="https://www.rfc-editor.org/rfc/rfc7914">RFC 7914</a>) in the formats of passlib, Django, Werkzeug, Spring
 * Security and libscrypt.
 *
 * @param cost N, a power of two
 * @param block r
 * @param lanes p
 */
@SuppressWarnings("ArrayRecordComponent") // Neither compared as a record nor shown.
record Scrypt(long cost, int block, int lanes, byte[] salt, byte[] hash) implements StoredHash {
    /** What one comparison may take: N * r * 128 bytes, 256 MB. */
    private static final long MAX_MEMORY = 256L * 1024 * 1024;
    /** Memory times lanes, some ten seconds. */
    private static final long MAX_WORK = 8 * MAX_MEMORY;

    private static final String NUMBER = "([1-9][0-9]{0,9})";
    private static final String SMALL = "([1-9][0-9]{0,4})";
    /** https://passlib.readthedocs.io/en/stable/lib/passlib.hash.scrypt.html. */
    private static final Pattern PASSLIB = Pattern.compile("\\$scrypt\\$ln=([1-9]|[12][0-9]|3[01]),r=" + SMALL + ",p="
            + SMALL + "\\$([A-Za-z0-9+/]{1,256})\\$([A-Za-z0-9+/]{22,86})");
    /** https://github.com/django/django/blob/main/django/contrib/auth/hashers.py, ScryptPasswordHasher. */
    private static final Pattern DJANGO = Pattern.compile(
            "scrypt\\$" + NUMBER + "\\$([!-#%-~]{1,128})\\$" + SMALL + "\\$" + SMALL + "\\$([A-Za-z0-9+/]{86}==)");
    /** https://werkzeug.palletsprojects.com/en/stable/utils/#werkzeug.security.generate_password_hash. */
    private static final Pattern WERKZEUG =
            Pattern.compile("scrypt:" + NUMBER + ":" + SMALL + ":" + SMALL + "\\$([!-#%-~]{1,128})\\$([0-9a-f]{128})");
    /**
     * Spring Security's SCryptPasswordEncoder and, behind {@code s0}, https://github.com/wg/scrypt: log2 N, r and p as
     * hexadecimal digits, two for each of the last.
     */
    private static final Pattern PACKED = Pattern.compile(
            "\\$(?:s0\\$)?([0-9a-f]{1,2})([0-9a-f]{2})([0-9a-f]{2})\\$([A-Za-z0-9+/]{10,128}={0,2})\\$([A-Za-z0-9+/]{22,88}={0,2})");

    static Optional<? extends StoredHash> of(String text) {
        Optional<Scrypt> read =
                passlib(text).or(() -> django(text)).or(() -> werkzeug(text)).or(() -> packed(text));
        return read.isPresent() ? read.filter(Scrypt::isPossible) : OpaqueHash.of(text);
    }

    private static Optional<Scrypt> passlib(String text) {
        Matcher format = PASSLIB.matcher(text);
        return format.matches()
                ? made(
                        1L << Integer.parseInt(format.group(1)),
                        Integer.parseInt(format.group(2)),
                        Integer.parseInt(format.group(3)),
                        Base64Text.unpadded(format.group(4)),
                        Base64Text.unpadded(format.group(5)))
                : Optional.empty();
    }

    private static Optional<Scrypt> django(String text) {
        Matcher format = DJANGO.matcher(text);
        return format.matches()
                ? made(
                        Long.parseLong(format.group(1)),
                        Integer.parseInt(format.group(3)),
                        Integer.parseInt(format.group(4)),
                        Optional.of(format.group(2).getBytes(StandardCharsets.UTF_8)),
                        Base64Text.padded(format.group(5)))
                : Optional.empty();
    }

    private static Optional<Scrypt> werkzeug(String text) {
        Matcher format = WERKZEUG.matcher(text);
        return format.matches()
                ? made(
                        Long.parseLong(format.group(1)),
                        Integer.parseInt(format.group(2)),
                        Integer.parseInt(format.group(3)),
                        Optional.of(format.group(4).getBytes(StandardCharsets.UTF_8)),
                        Optional.of(HexFormat.of().parseHex(format.group(5))))
                : Optional.empty();
    }

    private static Optional<Scrypt> packed(String text) {
        Matcher format = PACKED.matcher(text);
        return format.matches()
                ? made(
                        1L << Math.min(40, Integer.parseInt(format.group(1), 16)),
                        Integer.parseInt(format.group(2), 16),
                        Integer.parseInt(format.group(3), 16),
                        Base64Text.padded(format.group(4)),
                        Base64Text.padded(format.group(5)))
                : Optional.empty();
    }

    private static Optional<Scrypt> made(
            long cost, int block, int lanes, Optional<byte[]> salt, Optional<byte[]> hash) {
        return salt.flatMap(s -> hash.map(h -> new Scrypt(cost, block, lanes, s, h)));
    }

    /** Whether there is an scrypt with these parameters: RFC 7914, section 6. */
    private boolean isPossible() {
        return Long.bitCount(cost) == 1 && cost > 1 && block > 0 && lanes > 0 && (long) block * lanes < 1L << 30;
    }

    @Override
    public Match matches(String plain) {
        double memory = 128.0 * cost * block;
        if (memory > MAX_MEMORY || memory * lanes > MAX_WORK || (block == 1 && cost >= 1L << 16)) {
            return Match.UNKNOWN;
        }
        byte[] computed =
                SCrypt.generate(plain.getBytes(StandardCharsets.UTF_8), salt, (int) cost, block, lanes, hash.length);
        return MessageDigest.isEqual(hash, computed) ? Match.YES : Match.NO;
    }

    /** Keeps the hash out of logs and messages. */
    @Override
    public String toString() {
        return "Scrypt[***]";
    }
}

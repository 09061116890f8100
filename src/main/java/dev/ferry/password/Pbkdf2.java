package dev.ferry.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 (<a href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2">RFC 8018</a>) in the formats of Django, passlib, PHC
 * strings and Werkzeug.
 */
@SuppressWarnings("ArrayRecordComponent") // Neither compared as a record nor shown.
record Pbkdf2(Digest digest, int rounds, byte[] salt, byte[] hash) implements StoredHash {
    /** Some ten seconds. */
    private static final int MAX_ROUNDS = 10_000_000;

    private static final String ROUNDS = "([1-9][0-9]{0,8})";
    /** https://docs.djangoproject.com/en/stable/topics/auth/passwords/#how-django-stores-passwords. */
    private static final Pattern DJANGO =
            Pattern.compile("pbkdf2_(sha1|sha256)\\$" + ROUNDS + "\\$([!-#%-~]{1,128})\\$([A-Za-z0-9+/]{26,44}={0,2})");
    /** https://passlib.readthedocs.io/en/stable/lib/passlib.hash.pbkdf2_digest.html. */
    private static final Pattern PASSLIB = Pattern.compile(
            "\\$pbkdf2(?:-(sha256|sha512))?\\$" + ROUNDS + "\\$([A-Za-z0-9./]{1,256})\\$([A-Za-z0-9./]{27,86})");
    /** https://github.com/P-H-C/phc-string-format, as RustCrypto writes it. */
    private static final Pattern PHC = Pattern.compile("\\$pbkdf2-(sha1|sha256|sha512)\\$i=" + ROUNDS
            + "(?:,l=[0-9]{1,3})?\\$([A-Za-z0-9+/]{1,256})\\$([A-Za-z0-9+/]{27,86})");
    /** https://werkzeug.palletsprojects.com/en/stable/utils/#werkzeug.security.generate_password_hash. */
    private static final Pattern WERKZEUG = Pattern.compile(
            "pbkdf2:(sha1|sha256|sha512):" + ROUNDS + "\\$([!-#%-~]{1,128})\\$((?:[0-9a-f]{2}){20,64})");

    /** The hash functions that are in use, with the length of what they give in bytes. */
    enum Digest {
        SHA1(20),
        SHA256(32),
        SHA512(64);

        private final int bytes;

        Digest(int bytes) {
            this.bytes = bytes;
        }

        static Digest named(String name) {
            return switch (name) {
                case "sha256" -> SHA256;
                case "sha512" -> SHA512;
                default -> SHA1;
            };
        }
    }

    static Optional<Pbkdf2> of(String text) {
        return django(text)
                .or(() -> passlib(text))
                .or(() -> phc(text))
                .or(() -> werkzeug(text))
                .filter(read -> read.hash.length == read.digest.bytes);
    }

    private static Optional<Pbkdf2> django(String text) {
        Matcher format = DJANGO.matcher(text);
        return format.matches()
                ? made(format, Optional.of(bytes(format.group(3))), Base64Text.padded(format.group(4)))
                : Optional.empty();
    }

    private static Optional<Pbkdf2> passlib(String text) {
        Matcher format = PASSLIB.matcher(text);
        return format.matches()
                ? made(format, Base64Text.adapted(format.group(3)), Base64Text.adapted(format.group(4)))
                : Optional.empty();
    }

    private static Optional<Pbkdf2> phc(String text) {
        Matcher format = PHC.matcher(text);
        return format.matches()
                ? made(format, Base64Text.unpadded(format.group(3)), Base64Text.unpadded(format.group(4)))
                : Optional.empty();
    }

    private static Optional<Pbkdf2> werkzeug(String text) {
        Matcher format = WERKZEUG.matcher(text);
        return format.matches()
                ? made(
                        format,
                        Optional.of(bytes(format.group(3))),
                        Optional.of(HexFormat.of().parseHex(format.group(4))))
                : Optional.empty();
    }

    private static Optional<Pbkdf2> made(Matcher format, Optional<byte[]> salt, Optional<byte[]> hash) {
        Digest digest = Digest.named(format.group(1) == null ? "sha1" : format.group(1));
        int rounds = Integer.parseInt(format.group(2));
        return salt.flatMap(s -> hash.map(h -> new Pbkdf2(digest, rounds, s, h)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Match matches(String plain) {
        if (rounds > MAX_ROUNDS) {
            return Match.UNKNOWN;
        }
        return MessageDigest.isEqual(hash, compute(plain)) ? Match.YES : Match.NO;
    }

    private byte[] compute(String plain) {
        PBEKeySpec key = new PBEKeySpec(plain.toCharArray(), salt, rounds, hash.length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest)
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmac" + digest, e);
        } finally {
            key.clearPassword();
        }
    }

    /** Keeps the hash out of logs and messages. */
    @Override
    public String toString() {
        return "Pbkdf2[***]";
    }
}

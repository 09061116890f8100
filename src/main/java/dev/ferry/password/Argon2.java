package dev.ferry.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2 in the PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}; without a version it is 16.
 *
 * <p>The format and its limits: <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string
 * format</a>; the algorithm: <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>.
 *
 * @param memory kibibytes
 */
@SuppressWarnings("ArrayRecordComponent") // Neither compared as a record nor shown.
record Argon2(int type, int version, long memory, long passes, int lanes, byte[] salt, byte[] hash)
        implements StoredHash {
    /** What one comparison may take, in kibibytes: 256 MB. */
    private static final long MAX_MEMORY = 256 * 1024;
    /** Passes over memory in kibibytes, some ten seconds. */
    private static final long MAX_WORK = 4L * 1024 * 1024;

    /** What OWASP recommends: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html. */
    private static final int MEMORY = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** Salts of 8 to 48 bytes and hashes of 12 to 64, as the format has them. */
    private static final Pattern FORMAT =
            Pattern.compile("\\$argon2(id|i|d)(?:\\$v=(16|19))?\\$m=([1-9][0-9]{0,9}),t=([1-9][0-9]{0,9}),"
                    + "p=([1-9][0-9]{0,2})\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{16,86})");

    static Optional<Argon2> of(String text) {
        Matcher format = FORMAT.matcher(text);
        if (!format.matches()) {
            return Optional.empty();
        }
        int version = format.group(2) == null ? Argon2Parameters.ARGON2_VERSION_10 : Integer.parseInt(format.group(2));
        long memory = Long.parseLong(format.group(3));
        int lanes = Integer.parseInt(format.group(5));
        Optional<byte[]> salt = Base64Text.unpadded(format.group(6));
        Optional<byte[]> hash = Base64Text.unpadded(format.group(7));
        if (lanes > 255 || memory < 8L * lanes || salt.isEmpty() || hash.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Argon2(
                type(format.group(1)),
                version,
                memory,
                Long.parseLong(format.group(4)),
                lanes,
                salt.get(),
                hash.get()));
    }

    private static int type(String name) {
        return switch (name) {
            case "id" -> Argon2Parameters.ARGON2_id;
            case "i" -> Argon2Parameters.ARGON2_i;
            default -> Argon2Parameters.ARGON2_d;
        };
    }

    /** Hashes a password of any length with Argon2id. */
    static String hash(String plain, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Argon2 wanted = new Argon2(
                Argon2Parameters.ARGON2_id,
                Argon2Parameters.ARGON2_VERSION_13,
                MEMORY,
                PASSES,
                LANES,
                salt,
                new byte[HASH_BYTES]);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(wanted.compute(plain));
    }

    @Override
    public Match matches(String plain) {
        // Each factor is below 2^34, so the product fits.
        boolean tooMuch = memory > MAX_MEMORY || memory * passes > MAX_WORK;
        if (tooMuch) {
            return Match.UNKNOWN;
        }
        return MessageDigest.isEqual(hash, compute(plain)) ? Match.YES : Match.NO;
    }

    private byte[] compute(String plain) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(type)
                .withVersion(version)
                .withMemoryAsKB((int) memory)
                .withIterations((int) passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] result = new byte[hash.length];
        generator.generateBytes(plain.getBytes(StandardCharsets.UTF_8), result);
        return result;
    }

    /** Keeps the hash out of logs and messages. */
    @Override
    public String toString() {
        return "Argon2[***]";
    }
}

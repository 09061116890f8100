package dev.ferry.verify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A hash of a set of rows that does not depend on their order: the sum, modulo 2<sup>256</sup>, of the SHA-256 of each row.
 *
 * <p>A sum and not an exclusive or, in which two equal rows would cancel each other.
 */
public final class ContentHash {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    /**
     * Adds a row.
     *
     * @param key its natural key, for people: the database's identifier may be a number without meaning
     * @param digest a digest of its values, in hexadecimal
     */
    public void add(String key, String digest) {
        byte[] row = sha256.digest((key + '\0' + digest).getBytes(StandardCharsets.UTF_8));
        sum = sum.add(new BigInteger(1, row)).mod(MODULUS);
        rows++;
    }

    /** How many rows were added. */
    public long rows() {
        return rows;
    }

    /** The hash in 64 lower-case hexadecimal digits; zeros for no rows. */
    public String hex() {
        byte[] bytes = sum.toByteArray();
        byte[] whole = new byte[32];
        int length = Math.min(bytes.length, whole.length);
        System.arraycopy(bytes, bytes.length - length, whole, whole.length - length, length);
        return HexFormat.of().formatHex(whole);
    }
}

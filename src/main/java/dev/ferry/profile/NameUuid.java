package dev.ferry.profile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes name-based UUIDs of version 5 (RFC 9562, section 5.5), so that every run gives a row the same identifier. */
public final class NameUuid {
    /** The namespace of URLs (RFC 9562, section 6.6). */
    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_5 = 0x5000L;
    private static final long VARIANT_BITS = 0xC000000000000000L;
    private static final long VARIANT_OF_RFC = 0x8000000000000000L;

    private NameUuid() {}

    /**
     * The UUID of {@code ferry:<profile>:<table>:<natural key>} among URLs. Several values of a key are joined by a slash; a slash
     * inside one of them is percent-encoded, so that no two keys have one name.
     */
    public static UUID of(String profile, String table, NaturalKey key) {
        return of(URL, "ferry:" + profile + ":" + table + ":" + name(key));
    }

    private static String name(NaturalKey key) {
        return key.values().size() == 1
                ? key.toString()
                : key.values().stream()
                        .map(value -> value.toString().replace("%", "%25").replace("/", "%2F"))
                        .collect(Collectors.joining("/"));
    }

    static UUID of(UUID namespace, String name) {
        byte[] hash = sha1(namespace, name);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & ~VERSION_BITS) | VERSION_5;
        long low = (bytes.getLong() & ~VARIANT_BITS) | VARIANT_OF_RFC;
        return new UUID(high, low);
    }

    private static byte[] sha1(UUID namespace, String name) {
        MessageDigest digest = DigestUtils.getSha1Digest();
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        return digest.digest(name.getBytes(StandardCharsets.UTF_8));
    }
}

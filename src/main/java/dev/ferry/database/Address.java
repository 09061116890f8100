package dev.ferry.database;

import dev.ferry.failure.UsageException;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 to 65535
 */
record Address(String host, int port) {
    static final String DEFAULT_HOST = "localhost";
    static final int DEFAULT_PORT = 5432;

    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._-]+|[0-9A-Fa-f:.]+(%[\\w.-]+)?");

    Address {
        // libpq: a host that begins with a slash, or @ for the abstract namespace, is a Unix-domain socket.
        if (host.startsWith("/") || host.startsWith("@")) {
            throw new UsageException(
                    "the database's host is a Unix-domain socket; only TCP is supported",
                    "give a host name or an address, such as localhost");
        }
        if (!HOST.matcher(host).matches()) {
            // Not repeated: in a URL that was split in the wrong place it may be a part of the password.
            throw new UsageException(
                    "the database URL's host has a character that no host has", DatabaseUrlParser.ENCODE_ADVICE);
        }
        if (port < 1 || port > 65_535) {
            throw new UsageException("the database's port must be 1 to 65535, was " + port, null);
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}

package dev.ferry.profile.apps.dto;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as the source writes it, and what is stored of it.
 *
 * <p>White space around it is dropped. What browsers percent-encode is encoded as they do it (WHATWG URL Standard,
 * "Percent-encoded bytes"): a {@code %} that is there already stays as it is, tabs and line breaks inside go, a backslash in
 * the path is a slash. Valid are {@code http} and {@code https} addresses of a host with a dot, without a user name.
 *
 * @param kind what the source wrote
 * @param address what is stored, empty for a placeholder
 */
public record Link(Kind kind, Optional<String> address) {
    /** What browsers encode in a path beside controls, spaces and what is not ASCII. */
    private static final String IN_PATH = "\"#<>?^`{}";

    private static final String IN_QUERY = "\"#<>'";
    private static final String IN_FRAGMENT = "\"<>`";

    private static final Pattern PARTS = Pattern.compile("(?is)(https?)://([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(.*?)(:[0-9]{0,5})?");
    private static final Pattern HOST = Pattern.compile(
            "(?i)localhost|\\[[0-9a-f:.]*:[0-9a-f:.]*]|([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\\.)+[a-z0-9-]+\\.?");
    private static final Pattern TABS_AND_LINE_BREAKS = Pattern.compile("[\\t\\r\\n]");
    private static final int MAX_PORT = 65_535;

    /** What a source writes where an address should stand. */
    public enum Kind {
        /** An address. */
        ADDRESS,
        /** An address that had to be encoded. */
        ENCODED,
        /** A text that says that there is none. */
        PLACEHOLDER,
        /** Something else; it is stored without white space around it where the user asked not to validate. */
        INVALID
    }

    /** Reads what a source has. */
    public static Link of(String source) {
        if (Placeholder.is(source)) {
            return new Link(Kind.PLACEHOLDER, Optional.empty());
        }
        String trimmed = source.strip();
        return encoded(trimmed)
                .map(address -> new Link(address.equals(trimmed) ? Kind.ADDRESS : Kind.ENCODED, Optional.of(address)))
                .orElseGet(() -> new Link(Kind.INVALID, Optional.of(trimmed)));
    }

    private static Optional<String> encoded(String trimmed) {
        Matcher parts = PARTS.matcher(TABS_AND_LINE_BREAKS.matcher(trimmed).replaceAll(""));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String rest = encoded(parts.group(3).replace('\\', '/'), IN_PATH)
                + encoded(parts.group(4), IN_QUERY)
                + encoded(parts.group(5), IN_FRAGMENT);
        return authority(parts.group(2)).map(authority -> parts.group(1) + "://" + authority + rest);
    }

    private static Optional<String> authority(String authority) {
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches() || !isPort(parts.group(2))) {
            return Optional.empty();
        }
        String port = parts.group(2) == null ? "" : parts.group(2);
        return ascii(parts.group(1))
                .filter(host -> HOST.matcher(host).matches())
                .map(host -> host + port);
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || port.length() == 1 || Integer.parseInt(port.substring(1)) <= MAX_PORT;
    }

    private static Optional<String> ascii(String host) {
        if (host.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(host);
        }
        try {
            return Optional.of(IDN.toASCII(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(@Nullable String part, String special) {
        if (part == null) {
            return "";
        }
        StringBuilder encoded = new StringBuilder(part.length());
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            // Bytes of characters beyond ASCII are negative.
            if (b <= ' ' || b == 0x7F || special.indexOf(b) >= 0) {
                encoded.append('%').append(String.format("%02X", b));
            } else {
                encoded.append((char) b);
            }
        }
        return encoded.toString();
    }
}

package dev.ferry.database;

import dev.ferry.failure.UsageException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How the parts of a URL are encoded: libpq and pgjdbc differ about the plus sign. */
enum PercentCode {
    /** A plus sign means itself, as libpq has it. */
    URI,
    /** A plus sign means a space, as pgjdbc has it. */
    FORM;

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /**
     * The text that a part of a URL means; {@code part} is its name in messages, which never repeat the text itself.
     */
    String decode(String text, String part) {
        if (BROKEN.matcher(text).find()) {
            throw broken(part);
        }
        String decoded = URLDecoder.decode(this == URI ? text.replace("+", "%2B") : text, StandardCharsets.UTF_8);
        if (decoded.indexOf('\0') >= 0 || (decoded.indexOf('\uFFFD') >= 0 && text.indexOf('\uFFFD') < 0)) {
            throw broken(part);
        }
        return decoded;
    }

    /** The same, but a text in which no percent sign can begin a code is taken as it stands. */
    String decodeLenient(String text, String part) {
        boolean literal = BROKEN.matcher(text).find() && !ENCODED.matcher(text).find();
        return literal ? text : decode(text, part);
    }

    private static UsageException broken(String part) {
        return new UsageException(
                "the database URL's " + part + " is not percent-encoded UTF-8", DatabaseUrlParser.ENCODE_ADVICE);
    }
}

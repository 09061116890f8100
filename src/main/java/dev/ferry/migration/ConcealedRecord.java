package dev.ferry.migration;

import dev.ferry.password.Hasher;
import dev.ferry.profile.Password;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON of a record in which secret texts are replaced by their hash, so that it can be kept and migrated again. All other
 * bytes stay as they are.
 */
final class ConcealedRecord {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

    private final Predicate<String> secret;
    private final Hasher hasher;

    /** @param secret whether the values of members of this name are secret */
    ConcealedRecord(Predicate<String> secret, Hasher hasher) {
        this.secret = secret;
        this.hasher = hasher;
    }

    byte[] of(byte[] json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + 64);
        int copied = 0;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && secret.test(parser.currentName())) {
                    JsonToken value = parser.nextToken();
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    byte[] hidden = hidden(value, parser);
                    out.write(json, copied, from - copied);
                    out.writeBytes(hidden);
                    copied = (int) parser.currentLocation().getByteOffset();
                }
            }
        } catch (JacksonException e) {
            // What cannot be read cannot be kept: it may hold a secret anywhere.
            return NOTHING;
        }
        out.write(json, copied, json.length - copied);
        return out.toByteArray();
    }

    /** What stands for a value; the parser has read the whole of it then. */
    private byte[] hidden(@Nullable JsonToken value, JsonParser parser) {
        if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return NOTHING;
        }
        Password said = Password.of(value == JsonToken.VALUE_NULL ? null : parser.getString());
        if (said instanceof Password.Missing) {
            return NOTHING;
        }
        // None of them has a character that JSON escapes.
        return ('"' + kept(said) + '"').getBytes(StandardCharsets.UTF_8);
    }

    private String kept(Password said) {
        if (said instanceof Password.Hashed hashed) {
            return hashed.hash();
        }
        return said instanceof Password.Plain plain ? hasher.hash(plain.text()) : ((Password.Digest) said).digits();
    }
}

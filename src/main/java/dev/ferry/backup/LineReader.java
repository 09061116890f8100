package dev.ferry.backup;

import dev.ferry.failure.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON Lines whose objects have these members, all of them and in this order, each a text or null. */
final class LineReader implements AutoCloseable {
    /** A value is held as it is, as the row's text, and as the statement's parameter. */
    private static final int LONGEST_VALUE = (int)
            Math.min(Integer.MAX_VALUE, Math.max(1L << 20, Runtime.getRuntime().maxMemory() / 16));

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<String> names;
    private final String entry;
    private long lines;

    /** @param entry the entry's name, for what is wrong */
    LineReader(InputStream in, List<String> names, String entry) {
        this.parser = JSON.createParser(ObjectReadContext.empty(), in);
        this.names = List.copyOf(names);
        this.entry = entry;
    }

    /**
     * The values of the next line; none at the end.
     *
     * @throws Damage where a line is of another form
     */
    List<@Nullable String> next() throws IOException, Damage {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return List.of();
            }
            lines++;
            return values(token);
        } catch (StreamConstraintsException e) {
            throw new RefusalException(
                    "the backup's entry " + entry + ", line " + lines + ", has a value longer than " + LONGEST_VALUE
                            + " characters, a sixteenth of the heap",
                    "give it more: FERRY_JAVA_OPTS=-Xmx4g");
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw unexpected();
        }
    }

    private List<@Nullable String> values(JsonToken first) throws Damage {
        if (first != JsonToken.START_OBJECT) {
            throw unexpected();
        }
        List<@Nullable String> values = new ArrayList<>(names.size());
        for (String name : names) {
            if (!name.equals(parser.nextName())) {
                throw unexpected();
            }
            JsonToken value = parser.nextToken();
            if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                throw unexpected();
            }
            values.add(value == JsonToken.VALUE_NULL ? null : parser.getString());
        }
        if (parser.nextToken() != JsonToken.END_OBJECT) {
            throw unexpected();
        }
        return values;
    }

    private Damage unexpected() {
        return new Damage("its entry " + entry + ", line " + lines + ", is no row of " + String.join(", ", names));
    }

    @Override
    public void close() {
        parser.close();
    }
}

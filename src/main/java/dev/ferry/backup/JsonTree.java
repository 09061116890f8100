package dev.ferry.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.json.JsonFactory;

/** A small JSON object in memory, whose members are asked for by name and type. */
final class JsonTree {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, @Nullable Object> members;

    private JsonTree(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** A member is missing, or another kind of value than it must be. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;

        Unexpected(String message) {
            super(message);
        }
    }

    /**
     * Reads one.
     *
     * @throws tools.jackson.core.JacksonException where it is no JSON
     */
    static JsonTree read(byte[] content) throws Unexpected {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), content)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null || !(value instanceof JsonTree tree)) {
                throw new Unexpected("it is not one JSON object");
            }
            return tree;
        } catch (InputCoercionException e) {
            throw new Unexpected("a number in it is too large");
        }
    }

    private static @Nullable Object value(JsonParser parser) throws Unexpected {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new Unexpected("it is empty");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new Unexpected("it holds " + token);
        };
    }

    private static JsonTree object(JsonParser parser) throws Unexpected {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        String name = parser.nextName();
        while (name != null) {
            parser.nextToken();
            members.put(name, value(parser));
            name = parser.nextName();
        }
        return new JsonTree(members);
    }

    private static List<@Nullable Object> array(JsonParser parser) throws Unexpected {
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    String text(String name) throws Unexpected {
        return required(name, String.class);
    }

    long number(String name) throws Unexpected {
        return required(name, Long.class);
    }

    boolean truth(String name) throws Unexpected {
        return required(name, Boolean.class);
    }

    Optional<String> optionalText(String name) throws Unexpected {
        return members.get(name) == null ? Optional.empty() : Optional.of(text(name));
    }

    Optional<JsonTree> optionalObject(String name) throws Unexpected {
        return members.get(name) == null ? Optional.empty() : Optional.of(object(name));
    }

    JsonTree object(String name) throws Unexpected {
        return required(name, JsonTree.class);
    }

    List<JsonTree> objects(String name) throws Unexpected {
        return list(name, JsonTree.class);
    }

    List<String> texts(String name) throws Unexpected {
        return list(name, String.class);
    }

    private <T> List<T> list(String name, Class<T> type) throws Unexpected {
        List<T> values = new ArrayList<>();
        for (Object value : required(name, List.class)) {
            if (!type.isInstance(value)) {
                throw new Unexpected("'" + name + "' has a value of another kind");
            }
            values.add(type.cast(value));
        }
        return values;
    }

    private <T> T required(String name, Class<T> type) throws Unexpected {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new Unexpected("'" + name + "' is missing or of another kind");
        }
        return type.cast(value);
    }
}

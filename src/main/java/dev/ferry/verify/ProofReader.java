package dev.ferry.verify;

import dev.ferry.verify.Proof.ProvedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads the JSON of a proof; members that a later version adds are passed over. */
final class ProofReader {
    private final JsonParser json;

    ProofReader(byte[] bytes) {
        this.json = ProofFile.JSON.createParser(ObjectReadContext.empty(), bytes);
    }

    /** What was read is no proof. */
    static final class NoProof extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoProof(String message) {
            super(message);
        }
    }

    Proof read() {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> options = new HashMap<>();
        List<ProvedEntity> entities = new ArrayList<>();
        try (json) {
            json.nextToken();
            members(name -> {
                switch (name) {
                    case "options" -> members(option -> text().ifPresent(value -> options.put(option, value)));
                    case "entities" -> elements(() -> entities.add(entity()));
                    default -> text().ifPresent(value -> texts.put(name, value));
                }
            });
        }
        String format = required(texts, "formatVersion");
        if (!format.equals(Integer.toString(ProofFile.FORMAT))) {
            throw new NoProof("its format is " + format + ", this Ferry knows " + ProofFile.FORMAT);
        }
        return new Proof(
                required(texts, "tool"),
                required(texts, "profile"),
                required(texts, "profileVersion"),
                required(texts, "schema"),
                texts.get("run"),
                texts.get("tag"),
                required(texts, "source"),
                required(texts, "sourceSha256"),
                options,
                entities);
    }

    private ProvedEntity entity() {
        Map<String, String> texts = new HashMap<>();
        List<String> columns = new ArrayList<>();
        members(name -> {
            if (name.equals("columns")) {
                elements(() -> text().ifPresent(columns::add));
            } else {
                text().ifPresent(value -> texts.put(name, value));
            }
        });
        try {
            return new ProvedEntity(
                    required(texts, "entity"),
                    columns,
                    Long.parseLong(required(texts, "rows")),
                    required(texts, "sha256"));
        } catch (NumberFormatException e) {
            throw new NoProof("the rows of an entity are no number");
        }
    }

    private void members(Consumer<String> member) {
        require(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            member.accept(name);
        }
    }

    private void elements(Runnable element) {
        require(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    private void require(JsonToken token) {
        if (json.currentToken() != token) {
            throw new NoProof("it does not have the form of one");
        }
    }

    /** A scalar; null is none, and what is no scalar is passed over. */
    private Optional<String> text() {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            return Optional.empty();
        }
        return Optional.of(json.getString());
    }

    private static String required(Map<String, String> texts, String name) {
        @Nullable String text = texts.get(name);
        if (text == null) {
            throw new NoProof("it has no " + name);
        }
        return text;
    }
}

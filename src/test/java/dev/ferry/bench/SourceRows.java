package dev.ferry.bench;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.ferry.profile.NameUuid;
import dev.ferry.profile.NaturalKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads a source as an application without Ferry would: with Jackson, unchecked. */
final class SourceRows {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .changeDefaultVisibility(checker -> checker.withFieldVisibility(Visibility.ANY))
            .addModule(new SimpleModule().addDeserializer(Instant.class, new ZonelessInstant()))
            .build();

    private static final int CODE_LENGTH = "AS.000.000".length();

    private SourceRows() {}

    /** Reads the metadata of courses. */
    static void metadata(Path folder, Consumer<MetadataRow> reader) {
        try (JsonParser parser = JSON.createParser(folder.resolve("metadata.json"))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String code = parser.currentName();
                parser.nextToken();
                MetadataRow row = parser.readValueAs(MetadataRow.class);
                row.courseCode = code;
                reader.accept(row);
            }
        }
    }

    /** Reads courses, each with a metadata row that has nothing but its key. */
    static void courses(Path folder, Consumer<CourseRow> reader) {
        try (JsonParser parser = JSON.createParser(folder.resolve("data.json"))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                CourseRow row = new CourseRow();
                row.instanceKey = parser.currentName();
                row.metadata = new MetadataRow();
                row.metadata.courseCode = row.instanceKey.substring(0, CODE_LENGTH);
                parser.nextToken();
                row.data = parser.readValueAsTree().toString();
                reader.accept(row);
            }
        }
    }

    /** Reads all users into memory: a subscription may name a user who comes later. */
    static List<UserRow> users(Path file) {
        List<UserRow> users = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(file)) {
            // { "users": [
            parser.nextToken();
            parser.nextToken();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                UserRow user = parser.readValueAs(UserRow.class);
                NaturalKey key = NaturalKey.of(user.userId);
                user.id = NameUuid.of("subscriptions", "users", key);
                user.subscription.id = NameUuid.of("subscriptions", "user_subscriptions", key);
                user.subscription.user = user;
                users.add(user);
            }
        }
        return users;
    }

    /** A time without a zone is one of UTC. */
    private static final class ZonelessInstant extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
    }
}

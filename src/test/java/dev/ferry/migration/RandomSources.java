package dev.ferry.migration;

import dev.ferry.profile.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sources of the five profiles at random, over few keys, so that two of them have records in common: some of them the
 * same, some changed, some gone.
 */
@NullMarked
final class RandomSources {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TERMS = List.of("FA23", "SP24", "SU25");
    private static final List<String> TIMES = List.of("2025-03-04T08:15:30.123456", "2025-03-01T10:00:00+03:00");
    private static final List<String> NAMES = List.of("Night Sky", "Night Sky!", "Bird Songs", "سماء");

    /** Fields of the samples that may have any text. */
    private static final Set<String> FREE = Set.of(
            "name",
            "grade",
            "subject",
            "description",
            "title",
            "content",
            "schoolMotto",
            "lastName",
            "ageGroup",
            "logo");

    /** Sections that no other names a record of. */
    private static final Set<String> LEAVES = Set.of(
            "data",
            "apps",
            "users",
            "scheduleExceptions",
            "testResults",
            "homeworkSubmissions",
            "attendanceRecords",
            "classNotes",
            "meetings",
            "EmergencyContact");

    private final Random random;

    RandomSources(Random random) {
        this.random = random;
    }

    /** A document whose records are all valid on an empty database. */
    String sound(Profile profile) {
        return mutated(profile).toString();
    }

    /** The same with a few values of wrong types, and records that others need gone. */
    String broken(Profile profile) {
        ObjectNode document = mutated(profile);
        for (Map.Entry<String, JsonNode> section : document.properties()) {
            remove(section.getValue(), 8);
            for (JsonNode record : section.getValue()) {
                List<String> fields = new ArrayList<>(record.propertyNames());
                if (record instanceof ObjectNode object && !fields.isEmpty() && random.nextInt(6) == 0) {
                    object.putObject(any(fields)).put("wrong", true);
                }
            }
        }
        return document.toString();
    }

    private ObjectNode mutated(Profile profile) {
        ObjectNode document = document(profile.name());
        for (Map.Entry<String, JsonNode> section : document.properties()) {
            if (LEAVES.contains(section.getKey())) {
                remove(section.getValue(), 4);
            }
            section.getValue().forEach(this::change);
            if (section.getValue() instanceof ArrayNode records) {
                List<JsonNode> shuffled = new ArrayList<>();
                records.forEach(shuffled::add);
                Collections.shuffle(shuffled, random);
                records.removeAll().addAll(shuffled);
            }
        }
        return document;
    }

    private ObjectNode document(String profile) {
        return switch (profile) {
            case "courses" -> courses();
            case "apps" -> apps();
            case "subscriptions" -> subscriptions();
            case "classroom" -> read(new RandomRegister(3 + random.nextInt(4), random).document());
            default -> read(sample("samples/school/v1.json").replace("Jacaranda-1987", ""));
        };
    }

    /** Takes about one record in so many away. */
    private void remove(JsonNode records, int oneIn) {
        if (records instanceof ArrayNode list) {
            list.removeIf(record -> random.nextInt(oneIn) == 0);
        } else if (records instanceof ObjectNode keyed) {
            keyed.removeIf(record -> random.nextInt(oneIn) == 0);
        }
    }

    private void change(JsonNode record) {
        if (record instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                if (FREE.contains(field) && object.get(field).isString() && random.nextInt(5) == 0) {
                    object.put(field, "changed " + random.nextInt(4) + " Łódź 😀");
                }
            }
        }
    }

    private ObjectNode courses() {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode metadata = document.putObject("metadata");
        ObjectNode data = document.putObject("data");
        for (int i = 0; i < 4 + random.nextInt(4); i++) {
            String code = "AS.100.10" + i;
            ObjectNode course = metadata.putObject(code).put("last_period_gathered", any(TERMS));
            course.put("last_period_failed", random.nextBoolean());
            if (random.nextBoolean()) {
                course.putArray("relevant_periods").add(code + "_" + any(TERMS));
            }
            for (String term : TERMS) {
                data.putObject(code + "_" + term)
                        .put("course_name", "Course " + random.nextInt(3))
                        .put("extra", random.nextBoolean() ? "1.0" : "1.00")
                        .putObject("ta_frequency")
                        .put("Good", random.nextInt(3));
            }
        }
        return document;
    }

    private ObjectNode apps() {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode apps = document.putArray("apps");
        for (int i = 0; i < 3 + random.nextInt(5); i++) {
            ObjectNode app = apps.addObject().put("id", i + "_app").put("Name_En", any(NAMES));
            app.put("status", random.nextBoolean() ? "Done" : "Draft").put("sort", random.nextInt(9));
            app.put("Apps_Avg_Rating", random.nextInt(50) / 10.0);
            app.put("Developer_Name_En", "Developer " + random.nextInt(3));
            app.put("Short_Description_En", "Text " + random.nextInt(3));
            app.put("AppStore_Link", "https://apps.apple.com/app/id" + i);
            ArrayNode categories = app.putArray("categories");
            for (int category = 0; category < 4; category++) {
                if (random.nextBoolean()) {
                    categories.add("Category " + category);
                }
            }
        }
        ArrayNode categories = document.putArray("categories");
        categories.addObject().put("name", "Category 0").put("icon", "<svg>" + random.nextInt(3) + "</svg>");
        return document;
    }

    private ObjectNode subscriptions() {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode users = document.putArray("users");
        for (int i = 1; i <= 5 + random.nextInt(6); i++) {
            ObjectNode user = users.addObject().put("user_id", i).put("total_requests", random.nextInt(3));
            user.put("created_at", TIMES.get(i % 2)).put("language", random.nextBoolean() ? "en" : "ru");
            if (random.nextBoolean()) {
                user.put("faceit_player_id", "player " + i);
            }
            if (random.nextInt(4) > 0) {
                ObjectNode subscription =
                        user.putObject("subscription").put("tier", any(List.of("FREE", "PREMIUM", "PRO")));
                subscription.put("referral_code", "CODE" + i).put("expires_at", any(TIMES));
            }
        }
        return document;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static ObjectNode read(String document) {
        return (ObjectNode) JSON.readTree(document);
    }

    private static String sample(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.ferry.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.bind.Binder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Compares with Jackson and with the text itself, on documents that nobody thought of. The seeds are fixed. */
class RandomFileTest extends JsonFileTest {
    private static final ObjectReader JACKSON = new JsonMapper().reader();
    private static final int DOCUMENTS = 300;
    private static final int FLIPS = 4_000;

    record Anything(
            @JacksonInject(RawRecord.PAYLOAD) String data,
            @Nullable String a0,
            @Nullable Integer a1) {}

    @ParameterizedTest
    @EnumSource(names = {"KEYED", "LIST"})
    void every_record_and_value_of_a_sound_document_is_found_at_its_place(Section.Shape shape) {
        Section section = new Section(
                "data", shape, null, List.of(), Section.Root.OTHER, Section.Order.SOURCE, Section.Presence.REQUIRED);
        Random random = new Random(1);
        for (int i = 0; i < DOCUMENTS; i++) {
            String json = RandomJson.document(random, shape);
            Source source = open(write("data.json", json), section);
            JsonNode root = JACKSON.readTree(json);

            List<RawRecord> records = records(source, section);

            assertThat(records).as(json).hasSize(root.size());
            for (RawRecord record : records) {
                String step = record.key()
                        .orElseGet(() -> Long.toString(record.position().index()));
                JsonNode node = root.isObject() ? root.get(step) : root.get(Integer.parseInt(step));
                assertThat(JACKSON.readTree(record.bytes())).as(json).isEqualTo(node);
                assertThat(from(json, record.position())).as(json).startsWith(root.isObject() ? "\"" : text(record));
                assertValues(json, record, node, List.of());
                assertThat(source.record(section, record.offset()).position()).isEqualTo(record.position());
            }
        }
    }

    /** What stands where locate points is the value that Jackson finds on the path. */
    private static void assertValues(String json, RawRecord record, JsonNode node, List<String> path) {
        if (!path.isEmpty()) {
            String found = from(json, record.locate(path));
            try (JsonParser parser = JACKSON.createParser("[" + found)) {
                parser.nextToken();
                parser.nextToken();
                assertThat(parser.<JsonNode>readValueAsTree())
                        .as("%s in %s", path, json)
                        .isEqualTo(node);
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            assertValues(json, record, member.getValue(), append(path, member.getKey()));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            assertValues(json, record, node.get(i), append(path, Integer.toString(i)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"KEYED", "LIST"})
    void a_damaged_document_is_read_or_refused_just_when_it_should_be_and_never_fails_otherwise(Section.Shape shape) {
        Section section = new Section(
                "data", shape, null, List.of(), Section.Root.OTHER, Section.Order.SOURCE, Section.Presence.REQUIRED);
        Random random = new Random(2);
        Binder<Anything> binder = new Binder<>(Anything.class, Limits.DEFAULT);
        int refused = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] json = damage(RandomJson.document(random, shape).getBytes(UTF_8), random);
            String shown = new String(json, UTF_8);
            Path file = write("data.json", json);
            BindingException refusal = null;
            try (Source source = open(file, section);
                    Stream<RawRecord> records = source.records(section)) {
                records.forEach(record -> assertThat(binder.bind(record)).isNotNull());
            } catch (BindingException e) {
                refusal = e;
            }
            assertThat(refusal == null).as(shown).isEqualTo(sound(json, shape));
            if (refusal != null) {
                refused++;
                assertThat(refusal.getMessage()).as(shown).doesNotContain("tools.jackson", "Exception");
                assertThat(isIn(shown, refusal.position()))
                        .as("%s in %s", refusal.position(), shown)
                        .isTrue();
            }
        }
        assertThat(refused).isBetween(FLIPS / 4, FLIPS - 1);
    }

    private static byte[] damage(byte[] json, Random random) {
        byte[] damaged = json.clone();
        int at = random.nextInt(damaged.length);
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(damaged, at);
            case 1 -> {
                damaged[at] = (byte) random.nextInt(256);
                yield damaged;
            }
            case 2 -> {
                damaged[at] = (byte) "{}[],:\"\\0 e.-tn".charAt(random.nextInt(15));
                yield damaged;
            }
            default -> {
                damaged[at] ^= (byte) (1 << random.nextInt(8));
                yield damaged;
            }
        };
    }

    private static boolean sound(byte[] json, Section.Shape shape) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            // RFC 8259 allows the escape of half a pair; Jackson does so in values, not in names.
            String readable = text.replaceAll("\\\\u[dD][89a-fA-F]\\p{XDigit}{2}", "\\\\ufffd");
            JsonNode root = JACKSON.readTree(readable);
            return shape == Section.Shape.KEYED ? root.isObject() : root.isArray();
        } catch (CharacterCodingException | JacksonException e) {
            return false;
        }
    }

    private static boolean isIn(String json, Position position) {
        String[] lines = json.split("\n", -1);
        return position.line() <= lines.length
                && position.column()
                        <= lines[(int) position.line() - 1].codePoints().count() + 1;
    }

    /** The text from a position on, found without any help from the source. */
    private static String from(String json, Position position) {
        int index = 0;
        for (long line = 1; line < position.line(); line++) {
            index = json.indexOf('\n', index) + 1;
        }
        return json.substring(json.offsetByCodePoints(index, position.column() - 1));
    }

    private static List<String> append(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}

package dev.ferry.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Compares modules with JSON that holds the same, on values that nobody thought of. The seeds are fixed. */
class RandomModuleTest extends JsonFileTest {
    private static final ObjectReader JACKSON = new JsonMapper().reader();
    private static final int MODULES = 400;
    private static final int DAMAGED = 4_000;

    @Test
    void a_module_holds_what_the_same_values_in_json_hold_and_every_value_is_found_at_its_place() {
        Random random = new Random(3);
        for (int i = 0; i < MODULES; i++) {
            RandomModule values = RandomModule.of(random, "items");
            String module = values.module.toString();
            Source source = open(write("module.ts", module), ITEMS);
            JsonNode expected = JACKSON.readTree(values.json.toString());

            List<RawRecord> records = records(source, ITEMS);

            assertThat(records).as(module).hasSize(expected.size());
            for (RawRecord record : records) {
                int index = (int) record.position().index();
                assertThat(JACKSON.readTree(record.bytes())).as(module).isEqualTo(expected.get(index));
                RawRecord again = source.record(ITEMS, record.offset());
                assertThat(again.position()).isEqualTo(record.position());
                assertThat(again.bytes()).isEqualTo(record.bytes());
            }
            for (Map.Entry<List<String>, Integer> start : values.starts.entrySet()) {
                List<String> path = start.getKey();
                if (path.size() > 1) {
                    RawRecord record = records.get(Integer.parseInt(path.get(0)));
                    Position found = record.locate(path.subList(1, path.size()));
                    assertThat(place(found)).as("%s in %s", path, module).isEqualTo(place(module, start.getValue()));
                    assertThat(found.pointer()).isEqualTo("/items" + JsonPointer.of(path));
                }
            }
        }
    }

    @Test
    void a_damaged_module_is_read_or_refused_and_never_fails_otherwise() {
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < DAMAGED; i++) {
            byte[] module =
                    damage(RandomModule.of(random, "items").module.toString().getBytes(UTF_8), random);
            String shown = new String(module, UTF_8);
            try (Source source = open(write("module.ts", module), ITEMS);
                    Stream<RawRecord> records = source.records(ITEMS)) {
                records.forEach(record -> {
                    assertThat(JACKSON.readTree(LoneSurrogates.replaced(record.bytes())))
                            .as(shown)
                            .isNotNull();
                    assertThat(record.locate(List.of("0"))).isNotNull();
                });
            } catch (BindingException e) {
                refused++;
                assertThat(e.position().line()).as(shown).isLessThanOrEqualTo(shown.split("\n", -1).length);
                assertThat(e.getMessage()).as(shown).doesNotContain("tools.jackson", "Exception");
            }
        }
        assertThat(refused).isBetween(DAMAGED / 4, DAMAGED - 1);
    }

    private static byte[] damage(byte[] module, Random random) {
        byte[] damaged = module.clone();
        int at = random.nextInt(damaged.length);
        switch (random.nextInt(4)) {
            case 0 -> damaged = java.util.Arrays.copyOf(damaged, at);
            case 1 -> damaged[at] = (byte) random.nextInt(256);
            case 2 -> damaged[at] = (byte) "{}[]()<>,:;'\"`\\0 e.-+=/*\n$".charAt(random.nextInt(26));
            default -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    /** Line and column of an index, counted without any help from the source. */
    private static String place(String module, int index) {
        String before = module.substring(0, index);
        String[] lines = before.split("\n", -1);
        return lines.length + ":" + (lines[lines.length - 1].codePoints().count() + 1);
    }
}

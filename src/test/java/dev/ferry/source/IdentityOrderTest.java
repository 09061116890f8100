package dev.ferry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.RefusalException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityOrderTest extends JsonFileTest {
    private static final Section ORDERED = ITEMS.inOrderOfIdentity();

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "jsonl", "ts"})
    void records_come_in_the_order_of_their_identities_bytes_and_keep_their_places(String form) {
        // U+1F600 sorts behind U+FF5E in UTF-8, before it in UTF-16.
        List<String> ids = List.of("b", "a10", "～", "a9", "B", "😀", "", "a9", "é");
        Source source = open(write("items." + form, written(ids, form)), form);

        List<RawRecord> records = records(source, ORDERED);

        assertThat(records).extracting(RawRecord::id).containsExactly("", "B", "a10", "a9", "a9", "b", "é", "～", "😀");
        assertThat(records)
                .extracting(record -> record.position().index())
                .containsExactly(6L, 4L, 1L, 3L, 7L, 0L, 8L, 2L, 5L);
        assertThat(records)
                .extracting(record -> record.position().line())
                .isEqualTo(records.stream()
                        .map(record -> record.position().index() + 2)
                        .toList());
        assertThat(records)
                .extracting(RawRecord::form)
                .containsOnly(form.equals("csv") ? RawRecord.Form.TEXT : RawRecord.Form.JSON);
    }

    private Source open(java.nio.file.Path file, String form) {
        return form.equals("jsonl") ? open(folder, ORDERED) : open(file, ORDERED);
    }

    private static String written(List<String> ids, String form) {
        List<String> lines = ids.stream()
                .map(id -> switch (form) {
                    case "csv" -> "\"" + id + "\",\"x\ty\"";
                    case "ts" -> "{ id: '" + id + "' /* a comment */, more: undefined },";
                    case "json" -> "{\"id\": \"" + id + "\"}" + (id.equals("é") ? "" : ",");
                    default -> "{\"id\": \"" + id + "\"}";
                })
                .toList();
        String body = String.join("\n", lines);
        return switch (form) {
            case "csv" -> "id,text\n" + body + "\n";
            case "ts" -> "export const items: Item[] = [\n" + body + "\n];\n";
            case "json" -> "[\n" + body + "\n]\n";
            default -> "\n" + body + "\n";
        };
    }

    @Test
    void those_without_an_identity_come_first_and_stay_as_they_stand() {
        Source source = open(
                write(
                        "items.json",
                        "[{\"id\": \"z\"}, {\"n\": 1}, {\"id\": null}, {\"id\": \"\"}, 5, {\"id\": 10}, {\"id\": 9}]"),
                ORDERED);

        assertThat(records(source, ORDERED))
                .extracting(JsonFileTest::text)
                .containsExactly(
                        "{\"n\": 1}",
                        "{\"id\": null}",
                        "5",
                        "{\"id\": \"\"}",
                        "{\"id\": 10}",
                        "{\"id\": 9}",
                        "{\"id\": \"z\"}");
    }

    @Test
    void identities_are_compared_whole() {
        String beginning = "x".repeat(1_000);
        Source source = open(
                write("items.json", "[{\"id\": \"" + beginning + "b\"}, {\"id\": \"" + beginning + "a\"}]"), ORDERED);

        assertThat(records(source, ORDERED))
                .extracting(record -> record.position().index())
                .containsExactly(1L, 0L);
    }

    @Test
    void a_keyed_section_is_ordered_by_its_keys() {
        Section keyed = DATA.inOrderOfIdentity();

        assertThat(records(open(write("data.json", "{\"b\": 1,\n\"a\" : 2, \"c\": 3}"), keyed), keyed))
                .extracting(record -> record.key().orElseThrow() + text(record) + " " + place(record.position()))
                .containsExactly("a2 2:1", "b1 1:2", "c3 2:10");
    }

    @Test
    void offsets_grow_along_the_order_and_find_each_record_again() {
        List<String> ids = new ArrayList<>(
                IntStream.range(0, 3_000).mapToObj(Integer::toString).toList());
        Collections.shuffle(ids, new Random(1));
        Source source = open(write("items.csv", written(ids, "csv")), ORDERED);

        List<RawRecord> records = records(source, ORDERED);

        long end = 0;
        for (RawRecord record : records) {
            assertThat(record.offset()).isEqualTo(end);
            end = record.end();
            RawRecord again = source.record(ORDERED, record.offset());
            assertThat(text(again)).isEqualTo(text(record));
            assertThat(again.offset()).isEqualTo(record.offset());
            assertThat(again.position()).isEqualTo(record.position());
        }
        assertThat(end).isEqualTo(source.size(ORDERED));
    }

    @Test
    void records_that_ascend_already_are_read_as_they_stand() {
        Source source = open(write("items.json", "[{\"id\": \"a\"}, {\"id\": \"a\"}, {\"id\": \"b\"}]"), ORDERED);

        assertThat(records(source, ORDERED)).extracting(RawRecord::offset).containsExactly(1L, 14L, 27L);
    }

    @Test
    void a_file_that_changes_between_two_passes_is_refused() {
        Source source = open(write("items.json", "[{\"id\": \"b\"}, {\"id\": \"a\"}]"), ORDERED);
        records(source, ORDERED);
        write("items.json", "[{\"id\": \"c\"}, {\"id\": \"a\"}, 1]");

        assertThatThrownBy(() -> records(source, ORDERED)).isInstanceOf(RefusalException.class);
    }
}

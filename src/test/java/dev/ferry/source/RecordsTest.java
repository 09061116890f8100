package dev.ferry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordsTest extends JsonFileTest {
    @Test
    void a_keyed_record_stands_where_its_key_begins() {
        List<RawRecord> records = data("""
                {
                  "a": {"x": 1},
                  "b" : [2]
                }
                """);

        assertThat(records).extracting(r -> place(r.position())).containsExactly("2:3", "3:3");
        assertThat(records).extracting(r -> r.position().pointer()).containsExactly("/a", "/b");
        assertThat(records).extracting(r -> r.position().index()).containsExactly(0L, 1L);
        assertThat(records).extracting(JsonFileTest::text).containsExactly("{\"x\": 1}", "[2]");
        assertThat(records).extracting(RawRecord::offset).containsExactly(4L, 21L);
    }

    @Test
    void a_listed_record_stands_where_its_value_begins_and_is_known_by_its_id_field() {
        List<RawRecord> records = items("[ {\"id\": 7},\r\n {\"name\": \"x\"}, \"text\" ]");

        assertThat(records).extracting(r -> place(r.position())).containsExactly("1:3", "2:2", "2:17");
        assertThat(records).extracting(r -> r.position().pointer()).containsExactly("/0", "/1", "/2");
        assertThat(records).extracting(RawRecord::id).containsExactly("7", "", "");
        assertThat(records).extracting(r -> r.key().isPresent()).containsOnly(false);
    }

    @Test
    void a_single_record_is_its_section() {
        Section one = Section.single("one");
        Source source = open(write("one.json", " {\"a\": 1} "), one);

        RawRecord record = records(source, one).get(0);
        assertThat(text(record)).isEqualTo("{\"a\": 1}");
        assertThat(record.position().pointer()).isEmpty();
        assertThat(place(record.position())).isEqualTo("1:2");
        assertThat(source.record(one, record.offset()).position()).isEqualTo(record.position());
    }

    @Test
    void columns_count_code_points_and_lines_end_with_or_without_carriage_return() {
        List<RawRecord> records = data("\uFEFF{\"é😀\":1,\"b\":2,\r\n\"ü\":3,\"c\":4}");

        assertThat(records).extracting(r -> place(r.position())).containsExactly("1:2", "1:9", "2:1", "2:7");
        assertThat(records).extracting(r -> r.key().orElseThrow()).containsExactly("é😀", "b", "ü", "c");
    }

    @Test
    void keys_are_decoded_and_escaped_in_pointers() {
        List<RawRecord> records = data("{\"a\\/b~\\u00e9\\ud83d\\ude00\": {}}");

        assertThat(records.get(0).key()).contains("a/b~é😀");
        assertThat(records.get(0).position().pointer()).isEqualTo("/a~1b~0é😀");
    }

    @Test
    void a_key_that_stands_twice_gives_two_records() {
        assertThat(data("{\"a\": 1, \"a\": 2}")).extracting(JsonFileTest::text).containsExactly("1", "2");
    }

    @Test
    void values_inside_a_record_are_found_with_their_place() {
        RawRecord record = data("""
                {"k": {
                   "list": ["é", {"deep": 1}],
                   "n": 2 }}
                """).get(0);

        assertThat(record.locate(List.of("list", "1", "deep")))
                .isEqualTo(new Position(folder + "/data.json", "data", 0, 2, 27, "/k/list/1/deep"));
        assertThat(place(record.locate(List.of("n")))).isEqualTo("3:9");
        assertThat(place(record.locate(List.of("list", "0")))).isEqualTo("2:13");
        assertThat(place(record.locate(List.of("list", "5")))).isEqualTo("2:12");
        assertThat(record.locate(List.of("list", "5")).pointer()).isEqualTo("/k/list/5");
        assertThat(place(record.locate(List.of("missing")))).isEqualTo("1:7");
        assertThat(record.locate(List.of())).isEqualTo(record.position());
    }

    @Test
    void values_deep_inside_a_large_record_are_found_in_any_order() {
        RawRecord record = data("{\"k\": [" + "\"é😀\",\n".repeat(20_000) + "{\"last\": 1}]}")
                .get(0);

        for (int i : new int[] {19_999, 0, 10_000, 19_998, 1, 9_999}) {
            assertThat(place(record.locate(List.of(Integer.toString(i))))).isEqualTo(i == 0 ? "1:8" : i + 1 + ":1");
        }
        assertThat(place(record.locate(List.of("20000", "last")))).isEqualTo("20001:10");
    }

    @Test
    void any_record_is_read_again_from_its_offset_just_as_it_was() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 5_000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append(i % 3 == 0 ? "\r\n" : " ")
                    .append("\"ké")
                    .append(i);
            json.append("\": {\"text\": \"").append("😀x".repeat(i % 50)).append("\"}");
        }
        Path file = write("data.json", json.append("}").toString());
        Source source = open(file, DATA);
        List<RawRecord> streamed = records(source, DATA);
        Source fresh = open(file, DATA);

        for (int i = streamed.size() - 1; i >= 0; i -= 97) {
            RawRecord expected = streamed.get(i);
            for (Source each : List.of(source, fresh)) {
                RawRecord again = each.record(DATA, expected.offset());
                assertThat(again.position()).isEqualTo(expected.position());
                assertThat(again.bytes()).isEqualTo(expected.bytes());
                assertThat(again.locate(List.of("text"))).isEqualTo(expected.locate(List.of("text")));
            }
        }
        for (long none : new long[] {2, streamed.get(4_999).offset() + 1, source.size(DATA)}) {
            assertThatThrownBy(() -> source.record(DATA, none)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_file_of_many_windows_is_read_to_its_end() throws IOException {
        int count = 200_000;
        Path file = folder.resolve("items.json");
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("[");
            for (int i = 0; i < count; i++) {
                writer.write(
                        (i == 0 ? "" : ",") + "\n{\"id\": " + i + ", \"text\": \"" + "aé漢😀".repeat(i % 13) + "\"}");
            }
            writer.write("]");
        }
        Source source = open(file, ITEMS);
        long line = 1;
        try (Stream<RawRecord> records = source.records(ITEMS)) {
            for (Iterator<RawRecord> i = records.iterator(); i.hasNext(); line++) {
                RawRecord record = i.next();
                assertThat(record.position().line()).isEqualTo(line + 1);
                assertThat(record.position().column()).isEqualTo(1);
                assertThat(record.bytes()[record.bytes().length - 1]).isEqualTo((byte) '}');
            }
        }
        assertThat(line).isEqualTo(count + 1);
        assertThat(source.size(ITEMS)).isEqualTo(Files.size(file)).isGreaterThan(10 << 20);
    }

    @Test
    void a_record_may_be_larger_than_the_window() {
        String large = "\"" + "ä".repeat(400_000) + "\"";
        List<RawRecord> records = data("{\"a\": 1, \"large\": " + large + ", \"b\": " + large + "\n, \"c\":3}");

        assertThat(records).extracting(JsonFileTest::text).containsExactly("1", large, large, "3");
        assertThat(records).extracting(r -> place(r.position())).containsExactly("1:2", "1:10", "1:400023", "2:3");
    }
}

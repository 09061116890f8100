package dev.ferry.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest extends JsonFileTest {
    private List<RawRecord> rows(String content) {
        return records(open(write("items.csv", content), ITEMS), ITEMS);
    }

    private BindingException brokenRows(byte[] content, Limits limits) {
        String file = write("items.csv", content).toString();
        return catchThrowableOfType(
                BindingException.class, () -> records(Sources.open(file, List.of(ITEMS), limits), ITEMS));
    }

    private BindingException brokenRows(String content) {
        return brokenRows(content.getBytes(UTF_8), Limits.DEFAULT);
    }

    private static void assertBegins(BindingException e, String rule, String place, String message) {
        assertThat(e).isNotNull();
        assertThat(e.rule() + " " + place(e.position()) + " " + e.getMessage())
                .startsWith(rule + " " + place + " " + message);
    }

    @Test
    void a_row_is_an_object_of_its_cells_as_texts() {
        List<RawRecord> rows = rows("\uFEFFid, name ,note\r\n1,Zoë,\r\n\r\n2,\"a \"\"b\"\"\nc\",😀");

        assertThat(rows)
                .extracting(JsonFileTest::text)
                .containsExactly(
                        "{\"id\":1,\"name\":\"Zoë\"}", "{\"id\":2,\"name\":\"a \\\"b\\\"\\u000ac\",\"note\":\"😀\"}");
        assertThat(rows).extracting(RawRecord::id).containsExactly("1", "2");
        assertThat(rows).extracting(RawRecord::form).containsOnly(RawRecord.Form.TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "absent",
            value = {
                "''|\"''\"",
                "\"\"|\"\"",
                "\\N|null",
                "\"\\N\"|\"\\\\N\"",
                "1.50|1.50",
                "-0e-7|-0e-7",
                "\"1.50\"|\"1.50\"",
                "007|\"007\"",
                "+1|\"+1\"",
                "1.|\"1.\"",
                "true|true",
                "\"true\"|\"true\"",
                "True|\"True\"",
                "null|\"null\"",
                "\"{\"\"a\"\": [1]}\"|{\"a\": [1]}",
                "[1]|[1]",
                "\"{a,b}\"|\"{a,b}\"",
                "{}|{}",
            })
    void a_cell_is_what_it_says_and_text_otherwise(String cell, String json) {
        assertThat(rows("id,v\nx," + cell + "\n"))
                .extracting(JsonFileTest::text)
                .containsExactly("{\"id\":\"x\",\"v\":" + json + "}");
    }

    @Test
    void a_semicolon_or_a_tab_separates_where_the_header_has_no_comma() {
        assertThat(rows("id;v\n1;a,b\n").get(0)).extracting(JsonFileTest::text).isEqualTo("{\"id\":1,\"v\":\"a,b\"}");
        assertThat(rows("id\tv\n1\ta;b\n").get(0))
                .extracting(JsonFileTest::text)
                .isEqualTo("{\"id\":1,\"v\":\"a;b\"}");
        assertThat(rows("\"i;d\",v\n1,a;b\n").get(0))
                .extracting(JsonFileTest::text)
                .isEqualTo("{\"i;d\":1,\"v\":\"a;b\"}");
    }

    @Test
    void a_cell_s_position_is_its_own_in_the_file() {
        RawRecord row = rows("id,a,b,c\n0,,,\n7,\"ä\n\n😀\",\"[1, 2]\",x\n").get(1);

        assertThat(row.position().toString()).endsWith("items.csv:3:1");
        assertThat(row.position().pointer()).isEqualTo("/1");
        assertThat(place(row.locate(List.of("a")))).isEqualTo("3:3");
        assertThat(place(row.locate(List.of("b")))).isEqualTo("5:4");
        assertThat(place(row.locate(List.of("b", "1")))).isEqualTo("5:4");
        assertThat(row.locate(List.of("b", "1")).pointer()).isEqualTo("/1/b/1");
        assertThat(place(row.locate(List.of("c")))).isEqualTo("5:13");
        assertThat(place(row.at(text(row).substring(0, text(row).indexOf("[1")).getBytes(UTF_8).length, List.of())))
                .isEqualTo("5:4");
        assertThat(place(row.locate(List.of("none")))).isEqualTo("3:1");
    }

    @Test
    void a_keyed_section_has_its_keys_in_a_column_and_any_values_in_another() {
        List<RawRecord> objects = records(open(write("data.csv", "a,$key\n1,k\n2,\"\"\n"), DATA), DATA);
        assertThat(objects).extracting(JsonFileTest::text).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(objects).extracting(row -> row.key().orElseThrow()).containsExactly("k", "");

        List<RawRecord> values = records(open(write("data.csv", "$key,$value\nk,1\nl,\\N\nm,\"[]\"\n"), DATA), DATA);
        assertThat(values).extracting(JsonFileTest::text).containsExactly("1", "null", "[]");
        assertThat(place(values.get(2).locate(List.of("0")))).isEqualTo("4:3");
    }

    @Test
    void a_single_section_is_one_row() {
        Section one = Section.single("one");

        assertThat(records(open(write("one.csv", "a\n1\n"), one), one))
                .extracting(JsonFileTest::text)
                .containsExactly("{\"a\":1}");
        for (String content : List.of("a\n", "a\n1\n2\n")) {
            assertThat(catchThrowableOfType(
                            BindingException.class, () -> records(open(write("one.csv", content), one), one)))
                    .hasMessageContaining("section one must have one row");
        }
    }

    @Test
    void what_is_broken_is_told_at_its_place() {
        assertBegins(brokenRows(""), "syntax", "1:1", "the file is empty");
        assertBegins(brokenRows("id,,b\n"), "syntax", "1:4", "column 2 has no name");
        assertBegins(brokenRows("id,b, id\n"), "syntax", "1:6", "column id stands twice in the header");
        assertBegins(brokenRows("id,b\n1,2\n3,ä,x\n"), "syntax", "3:5", "the row has 3 cells, the header 2");
        assertBegins(brokenRows("id,b\n1\n"), "syntax", "2:2", "the row has 1 cell, the header 2");
        assertBegins(
                brokenRows("id,b\n1,\"ä\n2,3\n"), "syntax", "2:3", "the quote that opens this cell is never closed");
        assertBegins(brokenRows("id,b\n1,\"ä\" ,2\n"), "syntax", "2:6", "behind a cell's closing quote comes ','");
        assertBegins(brokenRows("id,b\n1,5\" pipe\n"), "syntax", "2:4", "a quote inside a cell must be doubled");
        assertBegins(brokenRows("id,b\r1,2\r"), "syntax", "1:5", "a carriage return outside quotes");
        assertThat(brokenRows("id,b\n1,2\n3\n").position().pointer()).isEqualTo("/1");
    }

    @Test
    void bytes_that_are_no_utf_8_are_told_at_their_place() {
        byte[] content = "id,b\n1,Zo?\n".getBytes(UTF_8);
        content[content.length - 2] = (byte) 0xEB;

        assertBegins(brokenRows(content, Limits.DEFAULT), "encoding", "2:5", "the file is not UTF-8: byte 9");
    }

    @Test
    void a_row_may_be_no_longer_than_the_limit_whatever_is_in_it() {
        Limits limits = Limits.DEFAULT.withRecordBytes(100);
        String large = "x".repeat(1 << 20);

        for (String row : List.of(large, '"' + large + '"', '"' + large)) {
            BindingException e = brokenRows(("id,b\n1,2\n3," + row + "\n").getBytes(UTF_8), limits);
            assertBegins(e, "limit", "3:1", "the record is longer than 100 bytes (raise the limit with --max-record)");
        }
    }

    @Test
    void a_value_is_nested_no_deeper_than_the_limit() {
        String deep = "[".repeat(999) + "]".repeat(999);

        assertThat(rows("id,v\n1," + deep.substring(1, 1997) + "\n")).hasSize(1);
        assertBegins(brokenRows("id,v\n1," + deep + "\n"), "limit", "2:3", "values are nested deeper than 1000 levels");
    }

    @Test
    void every_row_is_found_again_by_its_offset() {
        StringBuilder content = new StringBuilder("id,note\n");
        for (int i = 0; i < 20_000; i++) {
            content.append(i).append(",\"line\nßreak ").append(i).append("\"\n");
        }
        Source source = open(write("items.csv", content.toString()), ITEMS);

        List<RawRecord> rows = records(source, ITEMS);

        assertThat(rows).hasSize(20_000);
        assertThat(rows.get(19_999).end()).isEqualTo(source.size(ITEMS) - 1);
        for (int i = 0; i < rows.size(); i += 499) {
            RawRecord again = source.record(ITEMS, rows.get(i).offset());
            assertThat(text(again)).isEqualTo(text(rows.get(i)));
            assertThat(again.locate(List.of("note"))).isEqualTo(rows.get(i).locate(List.of("note")));
        }
    }
}

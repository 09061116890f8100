package dev.ferry.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.convert.Conversion.Written;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.source.BindingException;
import dev.ferry.source.Limits;
import dev.ferry.source.RandomJson;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ConverterTest {
    private static final Section DATA = Section.keyed("data");
    private static final Section ITEMS = Section.list("items", "id");
    private static final Section ONE = Section.single("one").optional();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    Path folder;

    private Path write(String content) {
        try {
            return Files.writeString(folder.resolve("source.json"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Conversion convert(Path source, FileFormat format, Path output, Section... sections) {
        try (Source open = Sources.open(source.toString(), List.of(sections), Limits.DEFAULT)) {
            return new Converter(open, "test", List.of(sections), format).into(output);
        }
    }

    /** Each record's key and value; the order of members is no part of it. */
    private static List<Object> read(Path source, Section section, Section... sections) {
        try (Source open = Sources.open(source.toString(), List.of(sections), Limits.DEFAULT);
                Stream<RawRecord> records = open.records(section)) {
            return records.<Object>map(record -> List.of(record.key().orElse(""), MAPPER.readTree(record.bytes())))
                    .toList();
        }
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void random_documents_come_back_the_same(FileFormat format) {
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            String items = RandomJson.document(random, Section.Shape.LIST);
            String data = RandomJson.document(random, Section.Shape.KEYED);
            Path source = write("{\"items\":" + items + ",\"data\":" + data + ",\"one\":{\"a\":[1.50,null]}}");
            Path output = folder.resolve(format + "-" + i);

            convert(source, format, output, ITEMS, DATA, ONE);

            for (Section section : List.of(ITEMS, DATA, ONE)) {
                assertThat(read(output, section, ITEMS, DATA, ONE))
                        .as(items + data)
                        .isEqualTo(read(source, section, ITEMS, DATA, ONE));
            }
        }
    }

    @Test
    void a_table_has_a_column_for_every_member_and_a_cell_for_what_is_there() throws IOException {
        Path source = write("""
                {"items": [
                  {"id": 1, "name": "Zoë \\"Z\\"", "ok": true, "at": null},
                  {"id": "1", "tags": ["a", {"b": 1}], "name": "", "n": 1.50, "line": "a\\nb"}],
                 "data": {"k,1": {"a b": "x"}}}
                """);

        Conversion conversion = convert(source, FileFormat.CSV, folder.resolve("out"), ITEMS, DATA, ONE);

        assertThat(text("items.csv")).isEqualTo("""
                id,name,ok,at,tags,n,line
                1,"Zoë ""Z""\",true,\\N,,,
                "1","",,,"[""a"", {""b"": 1}]",1.50,"a
                b"
                """);
        assertThat(text("data.csv")).isEqualTo("$key,\"a b\"\n\"k,1\",\"x\"\n");
        assertThat(conversion.files())
                .containsExactly(
                        new Written("items", folder.resolve("out/items.csv"), 2),
                        new Written("data", folder.resolve("out/data.csv"), 1));
        for (Written file : conversion.files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void json_and_json_lines_keep_records_as_they_stand() throws IOException {
        Path source =
                write("{\"items\": [{\"id\":\n 1.0e0}, 5], \"data\": {\"\\u00e9\\\"\": [ ]}, \"one\": {\"a\": 1}}");

        convert(source, FileFormat.JSON, folder.resolve("out"), ITEMS, DATA, ONE);
        convert(source, FileFormat.JSONL, folder.resolve("out"), ITEMS, DATA, ONE);

        assertThat(text("items.json")).isEqualTo("[\n{\"id\":\n 1.0e0},\n5\n]\n");
        assertThat(text("data.json")).isEqualTo("{\n\"é\\\"\": [ ]\n}\n");
        assertThat(text("one.json")).isEqualTo("{\"a\": 1}\n");
        assertThat(text("items.jsonl")).isEqualTo("{\"id\":  1.0e0}\n5\n");
        assertThat(text("data.jsonl")).isEqualTo("{\"é\\\"\": [ ]}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1, \"a\", null, [2], {\"b\": {}}]",
                "[{}]",
                "[{}, {\"a\": 1}]",
                "[{\"\": 1}]",
                "[{\" a\": 1}]",
                "[{\"$key\": 1}]",
                "[{\"$value\": 1}]",
                "[{\"a\": \"\\u0000\\u0001\\t\"}]",
                "[{\"\\ufeffa\": 1, \"b\": \"\\ufeff\"}]",
                "[{\"a;b\": 1}]",
                "[]",
            })
    void what_no_header_can_name_is_written_whole_and_comes_back(String items) {
        Path source = write("{\"items\": " + items + "}");

        convert(source, FileFormat.CSV, folder.resolve("out"), ITEMS);

        assertThat(read(folder.resolve("out"), ITEMS, ITEMS)).isEqualTo(read(source, ITEMS, ITEMS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"id\": 1, \"a\": \" [1]\"}|/items/1/a|a text that is a JSON array or object itself",
                "{\"id\": 1, \"a\": \"\\ud800\"}|/items/1/a|half of a surrogate pair",
                "{\"id\": 1, \"a\": {\"\\ud800\": 1}}|/items/1/a|half of a surrogate pair",
                "\"{}\"|/items/1|a text that is a JSON array or object itself",
            })
    void what_csv_cannot_say_is_refused_at_its_place_and_nothing_is_left(
            String record, String pointer, String message) {
        Path source = write("{\"items\": [{\"id\": 0},\n" + record + "]}");

        assertThatThrownBy(() -> convert(source, FileFormat.CSV, folder.resolve("a/b"), ITEMS))
                .isInstanceOfSatisfying(BindingException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.CONTENT);
                    assertThat(e.position().pointer()).isEqualTo(pointer);
                    assertThat(e.position().line()).isEqualTo(2);
                    assertThat(e).hasMessageContaining(message).hasMessageContaining("--format json or jsonl");
                });
        assertThat(folder.resolve("a")).doesNotExist();
        convert(source, FileFormat.JSONL, folder.resolve("a/b"), ITEMS);
        assertThat(folder.resolve("a/b/items.jsonl"))
                .content(StandardCharsets.UTF_8)
                .hasLineCount(2);
    }

    @Test
    void no_file_is_written_over_and_none_is_left_where_one_is_there() throws IOException {
        Path output = Files.createDirectory(folder.resolve("out"));
        Files.writeString(output.resolve("items.csv"), "mine");
        Path source = write("{\"items\": [], \"data\": {\"k\": 1}}");

        assertThatThrownBy(() -> convert(source, FileFormat.CSV, output, DATA, ITEMS))
                .isInstanceOf(UsageException.class)
                .hasMessage(output.resolve("items.csv") + " is there already, and no file is written over");

        assertThat(output).isDirectoryContaining("glob:**items.csv");
        assertThat(text("items.csv")).isEqualTo("mine");
        try (Stream<Path> files = Files.list(output)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_source_that_breaks_off_leaves_nothing() throws IOException {
        Path source = Files.writeString(folder.resolve("items.json"), "[{\"id\": 1}, {\"id\": ");

        assertThatThrownBy(() -> convert(source, FileFormat.JSON, folder.resolve("out"), ITEMS))
                .isInstanceOf(BindingException.class);

        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_folder_that_was_written_can_be_read_even_where_sections_were_empty() throws IOException {
        Path source = write("{\"items\": [{\"id\": 1}]}");
        for (FileFormat format : FileFormat.values()) {
            Path output = folder.resolve(format.name());

            convert(source, format, output, DATA, ITEMS, ONE);

            assertThat(read(output, ITEMS, DATA, ITEMS, ONE)).hasSize(1);
            assertThat(read(output, DATA, DATA, ITEMS, ONE)).isEmpty();
        }
    }

    @Test
    void cells_become_the_json_that_they_say() throws IOException {
        Path source = Files.writeString(folder.resolve("items.csv"), "id,a,b\n007,1.50,\nx,\\N,\"[1]\"\n");

        convert(source, FileFormat.JSON, folder.resolve("out"), ITEMS);

        assertThat(text("items.json"))
                .isEqualTo("[\n{\"id\":\"007\",\"a\":1.50},\n{\"id\":\"x\",\"a\":null,\"b\":[1]}\n]\n");
    }
}

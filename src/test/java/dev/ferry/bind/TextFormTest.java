package dev.ferry.bind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a CSV file, whose cells have no types. */
class TextFormTest {
    private static final Section ROWS = Section.list("rows", "id");

    @TempDir
    Path folder;

    /** A value of any kind. */
    record Any(@JacksonInject(RawRecord.TEXT) @Nullable String text) {}

    record Row(
            @Nullable String text,
            @Nullable Boolean truth,
            @Nullable Integer whole,
            @Nullable Long large,
            @Nullable BigInteger huge,
            @Nullable BigDecimal price,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable Instant moment,
            @Nullable List<String> tags,
            @Nullable List<Integer> counts,
            @Nullable List<List<String>> table,
            @Nullable List<Any> any,
            boolean sold,
            int weight) {}

    private Bound<Row> bind(String field, String cell) {
        return bindFile(".csv", "id," + field + "\n1," + cell + "\n");
    }

    private Bound<Row> bindFile(String extension, String content) {
        try {
            Path file = Files.writeString(folder.resolve("rows" + extension), content);
            Source source = Sources.open(file.toString(), List.of(ROWS), Limits.DEFAULT);
            try (Stream<RawRecord> records = source.records(ROWS)) {
                return new Binder<>(Row.class, Limits.DEFAULT)
                        .bind(records.findFirst().orElseThrow());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Row row(String field, String cell) {
        Bound<Row> bound = bind(field, cell);
        assertThat(BindTest.problems(bound)).as(cell).isEmpty();
        return bound.dto().orElseThrow();
    }

    private String problem(String field, String cell) {
        List<String> problems = BindTest.problems(bind(field, cell));
        assertThat(problems).as(cell).hasSize(1);
        return problems.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.50", "1E5", "true", "-0", "254712345678", "0712", "null", "NaN", "12345678901234567890.10"})
    void a_text_has_the_characters_of_the_cell(String cell) {
        assertThat(row("text", cell).text()).isEqualTo(cell);
        assertThat(row("text", '"' + cell + '"').text()).isEqualTo(cell);
    }

    @Test
    void an_empty_cell_is_missing_and_an_empty_text_is_one() {
        assertThat(row("text", "").text()).isNull();
        assertThat(row("text", "\\N").text()).isNull();
        assertThat(row("text", "\"\"").text()).isEmpty();
        assertThat(row("weight", "").weight()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true,t,YES,y,1,True,T", "false,f,No,n,0,FALSE,F"})
    void a_boolean_is_written_in_any_of_the_usual_ways(
            String json, String a, String b, String c, String d, String e, String f) {
        for (String cell : List.of(json, a, b, c, d, e, f, '"' + json + '"')) {
            assertThat(row("truth", cell).truth()).as(cell).isEqualTo(Boolean.valueOf(json));
            assertThat(row("sold", cell).sold()).as(cell).isEqualTo(Boolean.valueOf(json));
        }
        assertThat(problem("truth", "2")).isEqualTo("type 2:3 /0/truth true or false is expected, found a number <2>");
        assertThat(problem("truth", "on")).contains("true or false is expected, found text");
    }

    @Test
    void a_number_may_stand_in_quotes_and_is_as_strict_as_in_json() {
        assertThat(row("whole", "\"-5\"").whole()).isEqualTo(-5);
        assertThat(row("weight", "\"7\"").weight()).isEqualTo(7);
        assertThat(row("large", "\"9223372036854775807\"").large()).isEqualTo(Long.MAX_VALUE);
        assertThat(row("huge", "\"9223372036854775808\"").huge()).isEqualTo("9223372036854775808");
        assertThat(row("price", "\"1.10\"").price()).isEqualTo(new BigDecimal("1.10"));
        assertThat(row("price", "1.10").price()).isEqualTo(new BigDecimal("1.10"));
        for (String cell :
                List.of("1.0", "\"1.0\"", "007", "+1", "2147483648", "\"2147483648\"", "x", "\"\"", "\" 1\"")) {
            assertThat(problem("whole", cell)).as(cell).startsWith("type 2:3 /0/whole a whole number from");
        }
        for (String cell :
                List.of("NaN", "1.", "\"1e999999999\"", "\"1e99999999999\"", "\"" + "9".repeat(1_001) + "\"")) {
            assertThat(problem("price", cell)).as(cell).contains("a number is expected, found text");
        }
    }

    @Test
    void dates_and_times_are_read_as_psql_writes_them_too() {
        assertThat(row("day", "2024-02-29").day()).isEqualTo("2024-02-29");
        assertThat(row("time", "10:30").time()).isEqualTo("10:30");
        Instant moment = Instant.parse("2024-01-02T10:00:00.5Z");
        for (String cell : List.of(
                "2024-01-02T10:00:00.5",
                "2024-01-02 10:00:00.5",
                "2024-01-02 10:00:00.5+00",
                "2024-01-02 13:00:00.5+03",
                "2024-01-02 15:30:00.5+05:30",
                "2024-01-02T10:00:00.5Z",
                "2024-01-02 07:00:00.5-03")) {
            assertThat(row("moment", cell).moment()).as(cell).isEqualTo(moment);
        }
        for (String cell :
                List.of("2024-01-02", "2023-02-29 10:00:00", "2024-01-02  10:00", "20240102", "2024-01-02 10:00 UTC")) {
            assertThat(problem("moment", cell)).as(cell).contains("an existing timestamp");
        }
    }

    @Test
    void a_list_is_a_json_array_or_a_postgresql_array() {
        assertThat(row("tags", "\"[\"\"a\"\", \"\"b\"\"]\"").tags()).containsExactly("a", "b");
        assertThat(row("tags", "[1.50]").tags()).containsExactly("1.50");
        assertThat(row("tags", "\"{a,\"\"b c\"\",\"\"\"\",\"\"NULL\"\"}\"").tags())
                .containsExactly("a", "b c", "", "NULL");
        assertThat(row("tags", "\"{ a b , \"\"x\\\"\"{,}\\\\\"\" }\"").tags()).containsExactly("a b", "x\"{,}\\");
        assertThat(row("tags", "{}").tags()).isEmpty();
        assertThat(row("tags", "\"{ä😀}\"").tags()).containsExactly("ä😀");
        assertThat(row("counts", "\"{1,2}\"").counts()).containsExactly(1, 2);
        assertThat(row("table", "\"{{a,b},{c,d}}\"").table())
                .isEqualTo(Arrays.asList(List.of("a", "b"), List.of("c", "d")));
        assertThat(row("any", "\"{a,b}\"").any()).extracting(Any::text).containsExactly("a", "b");
    }

    @Test
    void what_is_wrong_in_an_array_is_told_of_its_cell() {
        assertThat(problem("counts", "\"{1,x,y}\""))
                .startsWith("type 2:3 /0/counts/1 a whole number from")
                .endsWith("found text <\"{1,x,y}\">");
        assertThat(problem("counts", "\"{1,NULL}\""))
                .startsWith("type 2:3 /0/counts/1 ")
                .endsWith("found null <\"{1,NULL}\">");
        assertThat(problem("tags", "\"{NULL}\"")).contains("text is expected, found null");
        for (String cell : List.of(
                "a",
                "\"{a\"",
                "\"a}\"",
                "\"{a,}\"",
                "\"{,a}\"",
                "\"{a}b\"",
                "\"{a}{b}\"",
                "\"{\"\"a}\"",
                "\"{a\\\\\"")) {
            assertThat(problem("tags", cell)).as(cell).contains("an array is expected, found text");
        }
        assertThat(problem("tags", "\"{\"\"a\"\":1}\"")).contains("an array is expected, found an object");
        assertThat(problem("text", "[1]")).contains("text is expected, found an array");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\": 1",
                "\"truth\": \"true\"",
                "\"truth\": 1",
                "\"whole\": \"1\"",
                "\"price\": \"1\"",
                "\"moment\": \"2024-01-02 10:00:00\"",
                "\"moment\": \"2024-01-02T10:00:00+00\"",
                "\"tags\": \"{a}\"",
                "\"tags\": {}",
                "\"tags\": [1]"
            })
    void json_stays_strict(String member) {
        assertThat(BindTest.problems(bindFile(".json", "[{" + member + "}]"))).hasSize(1);
    }
}

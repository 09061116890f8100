package dev.ferry.bind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {
    private static final Section DATA = Section.keyed("data");

    @TempDir
    Path folder;

    record Part(@Nullable String name, @Nullable Integer partCount) {}

    record Thing(
            @JacksonInject(RawRecord.KEY) String thingKey,
            @JacksonInject(RawRecord.PAYLOAD) String data,
            @Nullable String fullName,
            @Nullable Integer smallCount,
            @Nullable Long largeCount,
            @Nullable BigInteger hugeCount,
            @Nullable BigDecimal price,
            @Nullable Boolean active,
            @Nullable LocalDate madeOn,
            @Nullable List<String> tags,
            @Nullable Map<String, Integer> counts,
            @Nullable Part mainPart,
            @Nullable List<Part> parts,
            @Nullable Map<String, Part> partsByName,
            boolean sold,
            int weight) {}

    private final Binder<Thing> binder = new Binder<>(Thing.class, Limits.DEFAULT);

    private List<Bound<Thing>> bindAll(String json, Binder<Thing> with) {
        try {
            Path file = Files.writeString(folder.resolve("data.json"), json);
            Source source = Sources.open(file.toString(), List.of(DATA), Limits.DEFAULT);
            try (Stream<RawRecord> records = source.records(DATA)) {
                return records.map(with::bind).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bound<Thing> bind(String value) {
        return bindAll("{\"k\":" + value + "}", binder).get(0);
    }

    private static List<String> problems(Bound<Thing> bound) {
        return bound instanceof Bound.Malformed<Thing> malformed
                ? malformed.problems().stream()
                        .map(p -> p.rule() + " " + p.position().line() + ":" + p.position().column() + " "
                                + p.position().pointer() + " " + p.message() + " <" + p.value() + ">")
                        .toList()
                : List.of();
    }

    @Test
    void a_record_that_fits_is_bound_with_its_key_and_its_text_as_it_stands() {
        String json = """
                {"full_name": "Ünï 😀", "small_count": -5, "large_count": 9223372036854775807,
                 "huge_count": 123456789012345678901234567890, "price": 1.10, "active": true, "made_on": "2024-02-29",
                 "tags": ["a", "b"], "counts": {"x y": 0}, "main_part": {"name": "p", "part_count": 2},
                 "parts": [{}, {"name": null}], "parts_by_name": {"one": {"part_count": 1}}, "sold": true, "weight": 7}""";

        Bound<Thing> bound = bind(json);

        assertThat(problems(bound)).isEmpty();
        assertThat(bound).isInstanceOf(Bound.Parsed.class);
        assertThat(bound.dto().orElseThrow()).isEqualTo(new Thing(
                "k", json, "Ünï 😀", -5, Long.MAX_VALUE, new BigInteger("123456789012345678901234567890"),
                new BigDecimal("1.10"), true, LocalDate.of(2024, 2, 29), List.of("a", "b"), Map.of("x y", 0),
                new Part("p", 2), List.of(new Part(null, null), new Part(null, null)),
                Map.of("one", new Part(null, 1)), true, 7));
    }

    @Test
    void what_is_missing_or_null_is_null_and_a_missing_primitive_has_its_default() {
        Thing thing = bind("{\"full_name\": null, \"tags\": null, \"main_part\": null, \"counts\": null}").dto().orElseThrow();

        assertThat(thing.fullName()).isNull();
        assertThat(thing.tags()).isNull();
        assertThat(thing.counts()).isNull();
        assertThat(thing.mainPart()).isNull();
        assertThat(thing.sold()).isFalse();
        assertThat(thing.weight()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "full_name   | 5                   | a text | a number",
                "full_name   | {\"a\": 1}            | a text | an object",
                "small_count | \"5\"                 | a whole number from -2147483648 to 2147483647 | a text",
                "small_count | 5.0                 | a whole number from -2147483648 to 2147483647 | a number with a fraction or an exponent",
                "small_count | 2147483648          | a whole number from -2147483648 to 2147483647 | a whole number outside that range",
                "small_count | true                | a whole number from -2147483648 to 2147483647 | a boolean",
                "large_count | 9223372036854775808 | a whole number from -9223372036854775808 to 9223372036854775807 | a whole number outside that range",
                "large_count | 1e3                 | a whole number from -9223372036854775808 to 9223372036854775807 | a number with a fraction or an exponent",
                "huge_count  | 1.5                 | a whole number | a number with a fraction or an exponent",
                "price       | \"1.5\"               | a number | a text",
                "active      | 1                   | true or false | a number",
                "active      | \"true\"              | true or false | a text",
                "made_on     | \"2024-02-30\"        | an existing date as YYYY-MM-DD | another text",
                "made_on     | \"2024-2-3\"          | an existing date as YYYY-MM-DD | another text",
                "made_on     | \"0000-01-01\"        | an existing date as YYYY-MM-DD | another text",
                "made_on     | \"2024-02-03T00:00\"  | an existing date as YYYY-MM-DD | another text",
                "made_on     | 20240203            | an existing date as YYYY-MM-DD | a number",
                "tags        | \"\"                  | an array | a text",
                "tags        | {}                  | an array | an object",
                "counts      | []                  | an object | an array",
                "main_part   | \"\"                  | an object | a text",
                "main_part   | [{}]                | an object | an array",
                "sold        | null                | true or false | null",
                "weight      | null                | a whole number from -2147483648 to 2147483647 | null",
            })
    void a_value_of_another_kind_is_a_problem_at_its_place(String field, String value, String expected, String found) {
        Bound<Thing> bound = bind("{\"x\": [\"é😀\"], \"" + field + "\": " + value + "}");

        int column = 6 + "{\"x\": [\"é_\"], \"\": ".length() + field.length();
        assertThat(problems(bound)).containsExactly("type 1:" + column + " /k/" + field + " " + expected
                + " is expected, found " + found + " <" + value + ">");
    }

    @Test
    void all_problems_of_a_record_are_found_at_once_and_the_rest_of_it_is_bound() {
        Bound<Thing> bound = bind("""
                {
                  "full_name": 5,
                  "small_count": 3,
                  "tags": ["a", 1, null, ["b"], "c"],
                  "counts": {"x": 1, "y": "2", "z": null},
                  "parts": [{"name": 1, "part_count": 2}, 5, null]
                }""");

        assertThat(problems(bound))
                .containsExactly(
                        "type 2:16 /k/full_name a text is expected, found a number <5>",
                        "type 4:17 /k/tags/1 a text is expected, found a number <1>",
                        "type 4:20 /k/tags/2 a text is expected, found null <null>",
                        "type 4:26 /k/tags/3 a text is expected, found an array <[\"b\"]>",
                        "type 5:27 /k/counts/y a whole number from -2147483648 to 2147483647 is expected, found a text"
                                + " <\"2\">",
                        "type 5:37 /k/counts/z a whole number from -2147483648 to 2147483647 is expected, found null"
                                + " <null>",
                        "type 6:22 /k/parts/0/name a text is expected, found a number <1>",
                        "type 6:43 /k/parts/1 an object is expected, found a number <5>",
                        "type 6:46 /k/parts/2 an object is expected, found null <null>");
        Thing partial = bound.dto().orElseThrow();
        assertThat(partial.smallCount()).isEqualTo(3);
        assertThat(partial.tags()).containsExactly("a", null, null, null, "c");
        assertThat(partial.counts()).containsEntry("x", 1);
        assertThat(partial.parts()).first().isEqualTo(new Part(null, 2));
    }

    @ParameterizedTest
    @CsvSource({"null, null", "5, a number", "'\"x\"', a text", "[], an array", "true, a boolean"})
    void a_record_that_is_no_object_is_a_problem(String value, String found) {
        assertThat(problems(bind(value)))
                .containsExactly("type 1:6 /k an object is expected, found " + found + " <" + value + ">");
    }

    @Test
    void a_member_that_stands_twice_is_a_problem_that_names_the_first_place_at_any_depth() {
        Bound<Thing> bound = bind("""
                {"small_count": 1, "x": [{"a": 1,
                 "\\u0061": "2"}],
                "small_count": "2"}""");

        assertThat(problems(bound))
                .containsExactly(
                        "duplicate-key 2:2 /k/x/0/a a member of this name stands in the same object already, at 1:32"
                                + " <\"\\u0061\">",
                        "duplicate-key 3:1 /k/small_count a member of this name stands in the same object already, at"
                                + " 1:7 <\"small_count\">",
                        "type 3:16 /k/small_count a whole number from -2147483648 to 2147483647 is expected, found a"
                                + " text <\"2\">");
    }

    @Test
    void what_postgresql_cannot_hold_is_a_problem_in_known_and_unknown_fields_and_names() {
        String nul = "\\u0000";
        String high = "\\ud83d";
        String low = "\\uDE00";
        Bound<Thing> bound = bind("{\"full_name\": \"a" + nul + "\",\n\"x\": {\"" + nul + "\": \"" + low + "\"},\n"
                + "\"y\": [\"" + high + low + "\", \"" + high + "x\", \"" + high + high + low + "\", \"\\" + nul + "\"]}");

        assertThat(problems(bound))
                .extracting(p -> p.substring(0, p.indexOf(" is ")))
                .containsExactly(
                        "unsupported-character 1:20 /k/full_name \\u0000",
                        "unsupported-character 2:7 /k/x/\0 \\u0000",
                        "unsupported-character 2:17 /k/x/\0 \\ude00",
                        "unsupported-character 3:23 /k/y/1 \\ud83d",
                        "unsupported-character 3:34 /k/y/2 \\ud83d");
    }

    @Test
    void a_key_that_postgresql_cannot_hold_is_a_problem_of_its_record_alone() {
        List<Bound<Thing>> bound = bindAll("{\"a\\u0000\": {}, \"\\udc00\": {}, \"😀\": {}}", binder);

        assertThat(problems(bound.get(0))).hasSize(1).first().asString().startsWith("unsupported-character 1:2 /a\0 \\u0000");
        assertThat(problems(bound.get(1))).hasSize(1).first().asString().startsWith("unsupported-character 1:17 /\udc00");
        assertThat(problems(bound.get(2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1e1000000000, 1000000001",
        "-1e999999999999999999999, 2147483648",
        "1E-2000, 2001",
        "123.45e+998, 1001",
        "0.5e-1000, 1002",
    })
    void a_number_of_too_many_digits_is_a_problem_and_never_written_out(String number, long digits) {
        String json = "{\"price\": " + number + ", \"unknown\": " + number + "}";
        String message = " the number has " + digits + " digits when written without an exponent, at most 1000 are allowed"
                + " (raise the limit with --max-digits) <" + number + ">";

        assertThat(problems(bind(json)))
                .containsExactly(
                        "limit 1:16 /k/price" + message,
                        "limit 1:" + (16 + number.length() + ", \"unknown\": ".length()) + " /k/unknown" + message);
    }

    @Test
    void numbers_up_to_the_limit_are_exact() {
        String digits = "9".repeat(1000);

        assertThat(bind("{\"price\": " + digits + "}").dto().orElseThrow().price()).isEqualTo(new BigDecimal(digits));
        assertThat(bind("{\"price\": 1e999}").dto().orElseThrow().price()).isEqualTo(new BigDecimal("1e999"));
        assertThat(bind("{\"price\": 0.10}").dto().orElseThrow().price()).isEqualTo(new BigDecimal("0.10"));
        assertThat(problems(bind("{\"huge_count\": " + digits + "9}"))).hasSize(1).first().asString().startsWith("limit 1:21");
        assertThat(problems(bind("{\"x\": 0." + digits + "}"))).hasSize(1).first().asString().startsWith("limit 1:12");
    }

    @Test
    void texts_beyond_the_limit_are_problems() {
        Binder<Thing> narrow = new Binder<>(Thing.class, new Limits(10, 8, 5, 1000));
        List<Bound<Thing>> bound = bindAll(
                "{\"a\": {\"tags\": [\"12345678\", \"1234567é\"], \"weight\": 100000}, \"a key too long\": {}}", narrow);

        assertThat(problems(bound.get(0)))
                .containsExactly(
                        "limit 1:29 /a/tags/1 the text has 9 bytes, at most 8 are allowed (raise the limit with --max-string)"
                                + " <\"1234567é\">",
                        "limit 1:52 /a/weight the number has 6 digits when written without an exponent, at most 5 are allowed"
                                + " (raise the limit with --max-digits) <100000>");
        assertThat(bound.get(0).dto().orElseThrow().tags()).containsExactly("12345678", null);
        assertThat(problems(bound.get(1))).hasSize(1).first().asString().startsWith("limit 1:61 /a key too long the text has 14");
    }

    @Test
    void unknown_fields_are_counted_by_kind_and_keep_their_first_place() {
        bindAll("""
                {
                  "1": {"extra": 1, "parts": [{"a": {"b": 1}}, {"a": 2}]},
                  "2": {"parts_by_name": {"x": {"c": 1}, "y": {"c": 2}}, "extra": null},
                  "3": {"thing_key": "x", "data": 2, "full_name": 5, "extra": 3}
                }""", binder);

        assertThat(binder.unknownFields())
                .extracting(u -> String.join("/", u.path()) + " " + u.first().line() + ":" + u.first().column() + " "
                        + u.first().pointer() + " " + u.count())
                .containsExactly(
                        "extra 2:18 /1/extra 3",
                        "parts/*/a 2:37 /1/parts/0/a 2",
                        "parts_by_name/*/c 3:38 /2/parts_by_name/x/c 2",
                        "thing_key 4:22 /3/thing_key 1",
                        "data 4:35 /3/data 1");
    }

    @Test
    void kinds_of_unknown_fields_and_problems_of_a_record_are_bounded() {
        StringBuilder json = new StringBuilder("{\"tags\": [1");
        for (int i = 0; i < 3_000; i++) {
            json.append(",").append(i);
        }
        json.append("]");
        for (int i = 0; i < 3_000; i++) {
            json.append(",\"x").append(i).append("\": 1");
        }
        Bound<Thing> bound = bind(json.append("}").toString());

        assertThat(problems(bound)).hasSize(1_001).last().asString().contains("2001 more problems");
        assertThat(binder.unknownFields()).hasSizeLessThanOrEqualTo(1_001);
        assertThat(binder.unknownFields().stream().mapToLong(UnknownField::count).sum()).isEqualTo(3_000);
    }

    @Test
    void a_name_is_told_by_its_component_and_an_injected_component_has_none() {
        PropertyNames names = new PropertyNames();

        assertThat(names.jsonName(Thing.class, "fullName")).contains("full_name");
        assertThat(names.jsonName(Part.class, "partCount")).contains("part_count");
        assertThat(names.jsonName(Thing.class, "thingKey")).isEmpty();
        assertThat(names.jsonName(Thing.class, "data")).isEmpty();
    }

    record Refusing(@Nullable Integer low, @Nullable Integer high) {
        Refusing {
            if (low != null && high != null && low > high) {
                throw new IllegalArgumentException("low must not be above high");
            }
        }
    }

    record Holder(@Nullable String name, @Nullable Refusing range) {}

    @Test
    void a_dto_that_refuses_its_values_is_a_problem_in_its_own_words() throws IOException {
        Path file = Files.writeString(folder.resolve("data.json"), "{\"k\": {\"range\": {\"low\": 2, \"high\": 1}}}");
        Source source = Sources.open(file.toString(), List.of(DATA), Limits.DEFAULT);
        try (Stream<RawRecord> records = source.records(DATA)) {
            Bound<Holder> bound = new Binder<>(Holder.class, Limits.DEFAULT).bind(records.findFirst().orElseThrow());

            assertThat(bound).isInstanceOfSatisfying(Bound.Malformed.class, malformed -> assertThat(malformed.problems())
                    .containsExactly(new Problem(
                            new dev.ferry.source.Position(file.toString(), "data", 0, 1, 17, "/k/range"),
                            List.of("range"),
                            "type",
                            "low must not be above high",
                            "{\"low\": 2, \"high\": 1}")));
        }
    }
}

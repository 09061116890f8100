package dev.ferry.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.source.Limits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest extends BindTest {
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
        assertThat(bound.dto().orElseThrow())
                .isEqualTo(new Thing(
                        "k",
                        json,
                        "Ünï 😀",
                        -5,
                        Long.MAX_VALUE,
                        new BigInteger("123456789012345678901234567890"),
                        new BigDecimal("1.10"),
                        true,
                        LocalDate.of(2024, 2, 29),
                        List.of("a", "b"),
                        Map.of("x y", 0),
                        new Part("p", 2),
                        List.of(new Part(null, null), new Part(null, null)),
                        Map.of("one", new Part(null, 1)),
                        true,
                        7));
    }

    @Test
    void what_is_missing_or_null_is_null_and_a_missing_primitive_has_its_default() {
        Thing thing = bind("{\"full_name\": null, \"tags\": null, \"main_part\": null, \"counts\": null}")
                .dto()
                .orElseThrow();

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
                "full_name   | 5                   | text | a number",
                "full_name   | {\"a\": 1}            | text | an object",
                "small_count | \"5\"                 | a whole number from -2147483648 to 2147483647 | text",
                "small_count | 5.0                 | a whole number from -2147483648 to 2147483647 | a number with a fraction or an exponent",
                "small_count | 2147483648          | a whole number from -2147483648 to 2147483647 | a whole number outside that range",
                "small_count | true                | a whole number from -2147483648 to 2147483647 | a boolean",
                "large_count | 9223372036854775808 | a whole number from -9223372036854775808 to 9223372036854775807 | a whole number outside that range",
                "large_count | 1e3                 | a whole number from -9223372036854775808 to 9223372036854775807 | a number with a fraction or an exponent",
                "huge_count  | 1.5                 | a whole number | a number with a fraction or an exponent",
                "price       | \"1.5\"               | a number | text",
                "active      | 1                   | true or false | a number",
                "active      | \"true\"              | true or false | text",
                "made_on     | \"2024-02-30\"        | an existing date as YYYY-MM-DD | other text",
                "made_on     | \"2024-2-3\"          | an existing date as YYYY-MM-DD | other text",
                "made_on     | \"0000-01-01\"        | an existing date as YYYY-MM-DD | other text",
                "made_on     | \"2024-02-03T00:00\"  | an existing date as YYYY-MM-DD | other text",
                "made_on     | 20240203            | an existing date as YYYY-MM-DD | a number",
                "tags        | \"\"                  | an array | text",
                "tags        | {}                  | an array | an object",
                "counts      | []                  | an object | an array",
                "main_part   | \"\"                  | an object | text",
                "main_part   | [{}]                | an object | an array",
                "sold        | null                | true or false | null",
                "weight      | null                | a whole number from -2147483648 to 2147483647 | null",
            })
    void a_value_of_another_kind_is_a_problem_at_its_place(String field, String value, String expected, String found) {
        Bound<Thing> bound = bind("{\"x\": [\"é😀\"], \"" + field + "\": " + value + "}");

        int column = 6 + "{\"x\": [\"é_\"], \"\": ".length() + field.length();
        assertThat(problems(bound))
                .containsExactly("type 1:" + column + " /k/" + field + " " + expected + " is expected, found " + found
                        + " <" + value + ">");
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
                        "type 2:16 /k/full_name text is expected, found a number <5>",
                        "type 4:17 /k/tags/1 text is expected, found a number <1>",
                        "type 4:20 /k/tags/2 text is expected, found null <null>",
                        "type 4:26 /k/tags/3 text is expected, found an array <[\"b\"]>",
                        "type 5:27 /k/counts/y a whole number from -2147483648 to 2147483647 is expected, found text"
                                + " <\"2\">",
                        "type 5:37 /k/counts/z a whole number from -2147483648 to 2147483647 is expected, found null"
                                + " <null>",
                        "type 6:22 /k/parts/0/name text is expected, found a number <1>",
                        "type 6:43 /k/parts/1 an object is expected, found a number <5>",
                        "type 6:46 /k/parts/2 an object is expected, found null <null>");
        Bound.Malformed<Thing> malformed = (Bound.Malformed<Thing>) bound;
        assertThat(malformed.covers(List.of("full_name"))).isTrue();
        assertThat(malformed.covers(List.of("parts", "1", "name"))).isTrue();
        assertThat(malformed.covers(List.of("parts"))).isFalse();
        assertThat(malformed.covers(List.of("small_count"))).isFalse();
        Thing partial = bound.dto().orElseThrow();
        assertThat(partial.smallCount()).isEqualTo(3);
        assertThat(partial.tags()).containsExactly("a", null, null, null, "c");
        assertThat(partial.counts()).containsEntry("x", 1);
        assertThat(partial.parts()).first().isEqualTo(new Part(null, 2));
    }

    @ParameterizedTest
    @CsvSource({"null, null", "5, a number", "'\"x\"', text", "[], an array", "true, a boolean"})
    void a_record_that_is_no_object_is_a_problem(String value, String found) {
        assertThat(problems(bind(value)))
                .containsExactly("type 1:6 /k an object is expected, found " + found + " <" + value + ">");
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
    void a_dto_that_refuses_its_values_is_a_problem_in_its_own_words() {
        String json = "{\"k\": {\"range\": {\"low\": 2, \"high\": 1}}}";

        Bound<Holder> bound =
                bindAll(json, new Binder<>(Holder.class, Limits.DEFAULT)).get(0);

        assertThat(problems(bound))
                .containsExactly("type 1:17 /k/range low must not be above high <{\"low\": 2, \"high\": 1}>");
        assertThat(bound.dto()).contains(new Holder(null, null));
    }
}

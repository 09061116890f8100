package dev.ferry.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.source.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest extends BindTest {
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
                        "type 3:16 /k/small_count a whole number from -2147483648 to 2147483647 is expected, found"
                                + " text <\"2\">");
    }

    @Test
    void what_postgresql_cannot_hold_is_a_problem_in_known_and_unknown_fields_and_names() {
        String nul = "\\u0000";
        String high = "\\ud83d";
        String low = "\\uDE00";
        Bound<Thing> bound =
                bind("{\"full_name\": \"a" + nul + "\",\n\"x\": {\"" + nul + "\": \"" + low + "\"},\n" + "\"y\": [\""
                        + high + low + "\", \"" + high + "x\", \"" + high + high + low + "\", \"\\" + nul + "\"]}");

        assertThat(problems(bound))
                .extracting(p -> p.substring(0, p.indexOf(" is ")))
                .containsExactly(
                        "unsupported-character 1:20 /k/full_name \\u0000",
                        "unsupported-character 2:7 /k/x/\0 \\u0000",
                        "unsupported-character 2:17 /k/x/\0 \\ude00",
                        "unsupported-character 3:23 /k/y/1 \\ud83d",
                        "unsupported-character 3:34 /k/y/2 \\ud83d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\uDFFF", "\\uDbff\\n", "\\u0000"})
    void one_such_escape_alone_is_enough(String text) {
        assertThat(problems(bind("{\"x\": {\"y\": [\"" + text + "\"]}}")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("unsupported-character 1:19 /k/x/y/0 "
                        + text.substring(0, 6).toLowerCase(Locale.ROOT));
    }

    @Test
    void a_key_that_postgresql_cannot_hold_is_a_problem_of_its_record_alone() {
        List<Bound<Thing>> bound = bindAll("{\"a\\u0000\": {}, \"\\udc00\": {}, \"😀\": {}}", binder);

        assertThat(problems(bound.get(0)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("unsupported-character 1:2 /a\0 \\u0000");
        assertThat(problems(bound.get(1)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("unsupported-character 1:17 /\udc00");
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
        String message =
                " the number has " + digits + " digits when written without an exponent, at most 1000 are allowed"
                        + " (raise the limit with --max-digits) <" + number + ">";

        assertThat(problems(bind(json)))
                .containsExactly(
                        "limit 1:16 /k/price" + message,
                        "limit 1:" + (16 + number.length() + ", \"unknown\": ".length()) + " /k/unknown" + message);
    }

    @Test
    void a_record_with_too_many_problems_to_keep_is_not_bound_at_all() {
        String wrong = "\"\\u0000\",".repeat(1_500);
        String digits = "9".repeat(500_000);

        Bound<Thing> bound = bind("{\"x\": [" + wrong + "0], \"huge_count\": " + digits + "}");

        assertThat(problems(bound)).hasSize(1_001).last().asString().contains("501 more problems");
        assertThat(bound.dto()).isEmpty();
    }

    @Test
    void numbers_up_to_the_limit_are_exact() {
        String digits = "9".repeat(1000);

        assertThat(bind("{\"price\": " + digits + "}").dto().orElseThrow().price())
                .isEqualTo(new BigDecimal(digits));
        assertThat(bind("{\"price\": 1e999}").dto().orElseThrow().price()).isEqualTo(new BigDecimal("1e999"));
        assertThat(bind("{\"price\": 0.10}").dto().orElseThrow().price()).isEqualTo(new BigDecimal("0.10"));
        assertThat(problems(bind("{\"huge_count\": " + digits + "9}")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("limit 1:21");
        assertThat(problems(bind("{\"x\": 0." + digits + "}")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("limit 1:12");
    }

    @Test
    void texts_beyond_the_limit_are_problems() {
        Binder<Thing> narrow = new Binder<>(Thing.class, new Limits(10, 8, 5, 1000));
        List<Bound<Thing>> bound = bindAll(
                "{\"a\": {\"tags\": [\"12345678\", \"1234567é\"], \"weight\": 100000}, \"a key too long\": {}}",
                narrow);

        assertThat(problems(bound.get(0)))
                .containsExactly(
                        "limit 1:29 /a/tags/1 the text has 9 bytes, at most 8 are allowed (raise the limit with --max-string)"
                                + " <\"1234567é\">",
                        "limit 1:52 /a/weight the number has 6 digits when written without an exponent, at most 5 are allowed"
                                + " (raise the limit with --max-digits) <100000>");
        assertThat(bound.get(0).dto().orElseThrow().tags()).containsExactly("12345678", null);
        assertThat(problems(bound.get(1)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("limit 1:61 /a key too long the text has 14");
    }
}

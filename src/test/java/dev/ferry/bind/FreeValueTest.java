package dev.ferry.bind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeValueTest extends BindTest {
    record Icon(
            @JacksonInject(RawRecord.KEY) String name,
            @JacksonInject(RawRecord.PAYLOAD) String json,
            @JacksonInject(RawRecord.TEXT) String text) {}

    record Amount(@JacksonInject(RawRecord.TEXT) String text) {
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    record Priced(
            @JacksonInject(RawRecord.PAYLOAD) String json,
            @Nullable Amount price,
            @Nullable List<Amount> offers,
            @Nullable String note) {}

    private final Binder<Icon> icons = new Binder<>(Icon.class, Limits.DEFAULT);
    private final Binder<Priced> priced = new Binder<>(Priced.class, Limits.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"<svg a=\\\"\\u0031\\\"/>\\n😀\" | `<svg a=\"1\"/>\n😀`",
                "4.70                       | 4.70",
                "-1e5                       | -1e5",
                "true                       | true",
                "{\"a\": [1, {\"b\": \"}\"}]}   | {\"a\": [1, {\"b\": \"}\"}]}",
                "[ 1,2 ]                    | [ 1,2 ]",
            })
    void a_dto_of_injected_components_takes_any_kind_of_value(String json, String text) {
        Bound<Icon> bound = bindAll("{\"k\":" + json + "}", icons).get(0);

        assertThat(problems(bound)).isEmpty();
        assertThat(bound.dto()).contains(new Icon("k", json, text));
        assertThat(icons.unknownFields()).isEmpty();
    }

    @Test
    void null_is_no_record_of_any_kind() {
        assertThat(problems(bindAll("{\"k\": null}", icons).get(0)))
                .containsExactly("type 1:7 /k a value is expected, found null <null>");
    }

    @Test
    void a_value_that_cannot_be_stored_is_a_problem_and_not_a_record() {
        Bound<Icon> bound = bindAll("{\"k\": \"a\\u0000\"}", icons).get(0);

        assertThat(problems(bound)).singleElement().asString().startsWith("unsupported-character 1:7 /k ");
        assertThat(bound.dto()).isEmpty();
    }

    @Test
    void a_nested_one_is_given_its_own_value_and_the_record_around_it_the_whole() {
        String json = "{\"price\": \"4,7\", \"offers\": [1.50, \"2\"], \"note\": \"n\"}";

        Bound<Priced> bound = bindAll("{\"k\":" + json + "}", priced).get(0);

        assertThat(problems(bound)).isEmpty();
        assertThat(bound.dto())
                .contains(new Priced(json, new Amount("4,7"), List.of(new Amount("1.50"), new Amount("2")), "n"));
    }

    @Test
    void a_nested_one_may_be_null_or_missing() {
        Bound<Priced> bound = bindAll("{\"k\": {\"price\": null}}", priced).get(0);

        assertThat(problems(bound)).isEmpty();
        assertThat(bound.dto()).contains(new Priced("{\"price\": null}", null, null, null));
    }
}

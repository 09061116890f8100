package dev.ferry.bind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownFieldsTest extends BindTest {
    @Test
    void unknown_fields_are_counted_by_kind_and_keep_their_first_place() {
        bindAll("""
                {
                  "1": {"extra": 1, "parts": [{"a": {"b": 1}}, {"a": 2}]},
                  "2": {"parts_by_name": {"x": {"c": 1}, "y": {"c": 2}}, "extra": null},
                  "3": {"thing_key": "x", "data": 2, "full_name": 5, "extra": 3}
                }""", binder);

        assertThat(binder.unknownFields())
                .extracting(u -> String.join("/", u.path()) + " " + u.first().line() + ":"
                        + u.first().column() + " " + u.first().pointer() + " " + u.count())
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
        assertThat(binder.unknownFields().stream()
                        .mapToLong(UnknownField::count)
                        .sum())
                .isEqualTo(3_000);
    }

    @Test
    void a_name_is_told_by_its_component_and_an_injected_component_has_none() {
        PropertyNames names = new PropertyNames();

        assertThat(names.jsonName(Thing.class, "fullName")).contains("full_name");
        assertThat(names.jsonName(Part.class, "partCount")).contains("part_count");
        assertThat(names.jsonName(Thing.class, "thingKey")).isEmpty();
        assertThat(names.jsonName(Thing.class, "data")).isEmpty();
    }
}

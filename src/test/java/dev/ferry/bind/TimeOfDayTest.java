package dev.ferry.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.source.Limits;
import java.time.LocalTime;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class TimeOfDayTest extends BindTest {
    record Seen(@Nullable LocalTime at) {}

    private final Binder<Seen> seen = new Binder<>(Seen.class, Limits.DEFAULT);

    private Bound<Seen> seen(String value) {
        return bindAll("{\"k\":{\"at\":" + value + "}}", seen).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, 00:00",
        "09:30, 09:30",
        "23:59, 23:59",
        "06:07:08, 06:07:08",
        "06:07:08.5, 06:07:08.5",
        "23:59:59.999999, 23:59:59.999999"
    })
    void a_time_of_day_has_hours_and_minutes_and_may_have_seconds(String written, LocalTime meant) {
        assertThat(seen("\"" + written + "\"").dto()).contains(new Seen(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9:30",
                "24:00",
                "12:60",
                "12:00:60",
                "09:30:00.1234567",
                "09:30Z",
                "09:30 AM",
                " 09:30",
                "0930",
                "09",
                "09:30:00.",
                "٠٩:٣٠",
                "2026-01-01T09:30",
                ""
            })
    void what_is_no_time_of_day_is_a_problem_at_its_place(String written) {
        assertThat(problems(seen("\"" + written + "\"")))
                .containsExactly(
                        "type 1:12 /k/at an existing time of day as hh:mm, with or without seconds is expected, found other"
                                + " text <\"" + written + "\">");
    }

    @Test
    void a_number_is_no_time_of_day_and_null_is_none() {
        assertThat(problems(seen("930"))).singleElement().asString().contains("found a number");
        assertThat(seen("null").dto()).contains(new Seen(null));
    }
}

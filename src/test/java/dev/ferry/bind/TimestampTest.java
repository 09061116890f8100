package dev.ferry.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.source.Limits;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class TimestampTest extends BindTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    record Seen(@Nullable Instant at) {}

    private Bound<Seen> seen(String at) {
        Binder<Seen> there = new Binder<>(Seen.class, Limits.DEFAULT, NEW_YORK);
        return bindAll("{\"k\":{\"at\":\"" + at + "\"}}", there).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T02:31:54Z, 2026-11-21T02:31:54Z",
        "2026-11-21T02:31:54.123456+05:30, 2026-11-20T21:01:54.123456Z",
        "2026-11-21T02:31:54, 2026-11-21T07:31:54Z",
        "2026-07-01T02:31, 2026-07-01T06:31:00Z",
    })
    void a_timestamp_without_an_offset_is_meant_in_the_source_s_zone(String written, Instant meant) {
        assertThat(seen(written).dto()).contains(new Seen(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T00:00:00",
                "2026-11-21",
                "2026-11-21 02:31:54",
                "yesterday",
                "0000-01-01T00:00:00Z",
                "0001-01-01T00:00:00+01:00",
                "2025-03-09T02:30:00",
                ""
            })
    void what_is_no_timestamp_is_a_problem_at_its_place(String written) {
        assertThat(problems(seen(written)))
                .singleElement()
                .asString()
                .startsWith(
                        "type 1:12 /k/at an existing timestamp as YYYY-MM-DDThh:mm:ss, with or without an offset is expected");
    }
}

package dev.ferry.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {
    @ParameterizedTest
    @CsvSource({"90s, 90", "5m, 300", "1h30m, 5400", "2h, 7200", "1h0m1s, 3601", "PT5M, 300", "pt1h, 3600"})
    void a_time_is_read(String text, long seconds) {
        assertThat(ValueTypes.duration().parse(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0s", "-5m", "PT-5M", "m5", "5m5h", "5 m", "99999999999s"})
    void what_is_no_time_above_zero_is_not_allowed(String text) {
        assertThat(ValueTypes.duration().parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1000", "512kB, 524288", "64MB, 67108864", "1GB, 1073741824", "7B, 7"})
    void a_size_is_read(String text, int bytes) {
        assertThat(ValueTypes.size().parse(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "2GB", "2048MB", "1.5MB", "64MiB", "999999999999GB", "MB"})
    void what_is_no_size_below_two_gigabytes_is_not_allowed(String text) {
        assertThat(ValueTypes.size().parse(text)).isEmpty();
    }

    @Test
    void a_choice_is_read_in_any_case_and_says_what_there_is() {
        ValueType<ColorMode> type = ValueTypes.choice(ColorMode.class);
        assertThat(type.parse("Never")).contains(ColorMode.NEVER);
        assertThat(type.parse("sometimes")).isEmpty();
        assertThat(type.allowed()).isEqualTo("auto, always or never");
    }
}

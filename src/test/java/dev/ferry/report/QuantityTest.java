package dev.ferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void counts_are_grouped_and_nouns_follow_them() {
        assertThat(Quantity.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Quantity.count(1, "row")).isEqualTo("1 row");
        assertThat(Quantity.count(0, "row")).isEqualTo("0 rows");
    }

    @Test
    void durations_have_the_unit_that_a_person_would_use() {
        assertThat(Quantity.duration(0)).isEqualTo("0 ms");
        assertThat(Quantity.duration(999)).isEqualTo("999 ms");
        assertThat(Quantity.duration(59_999)).isEqualTo("59.9 s");
        assertThat(Quantity.duration(60_000)).isEqualTo("1 min 0 s");
        assertThat(Quantity.duration(3_840_000)).isEqualTo("1 h 4 min");
    }

    @Test
    void sizes_are_in_binary_units() {
        assertThat(Quantity.size(1_023)).isEqualTo("1023 B");
        assertThat(Quantity.size(1_536)).isEqualTo("1.5 KiB");
        assertThat(Quantity.size(Long.MAX_VALUE)).isEqualTo("8388608.0 TiB");
    }

    @Test
    void only_all_of_them_are_100_per_cent() {
        assertThat(Quantity.share(1.0)).isEqualTo("100 %");
        assertThat(Quantity.share(0.99999)).isEqualTo("99.9 %");
        assertThat(Quantity.share(0)).isEqualTo("0.0 %");
    }
}

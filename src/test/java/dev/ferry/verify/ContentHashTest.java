package dev.ferry.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static String hash(String... rows) {
        ContentHash hash = new ContentHash();
        for (String row : rows) {
            hash.add(row, "ab");
        }
        return hash.hex();
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        assertThat(hash("a", "b", "c")).isEqualTo(hash("c", "a", "b")).hasSize(64);
    }

    @Test
    void equal_rows_do_not_cancel_each_other() {
        assertThat(hash("a", "a")).isNotEqualTo(hash()).isNotEqualTo(hash("b", "b"));
        assertThat(hash("a", "a", "b")).isNotEqualTo(hash("b"));
    }

    @Test
    void no_rows_are_zeros_and_one_is_its_sha256() {
        assertThat(hash()).isEqualTo("0".repeat(64));
        // printf 'a\0ab' | sha256sum
        assertThat(hash("a")).isEqualTo("5f1207bf49ac47e728b0169cf68057cc0f9a157128531b3129768614241b80a7");
    }

    @Test
    void key_and_values_cannot_be_taken_for_each_other() {
        ContentHash one = new ContentHash();
        one.add("ab", "c");
        ContentHash other = new ContentHash();
        other.add("a", "bc");
        assertThat(one.hex()).isNotEqualTo(other.hex());
        assertThat(one.rows()).isEqualTo(1);
    }
}

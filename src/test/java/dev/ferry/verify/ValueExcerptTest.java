package dev.ferry.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueExcerptTest {
    private static String of(String value, String other) {
        return ValueExcerpt.of(Optional.of(value), Optional.of(other)).orElseThrow();
    }

    @Test
    void short_values_are_whole_and_null_is_none() {
        assertThat(of("en", "de")).isEqualTo("en");
        assertThat(ValueExcerpt.of(Optional.empty(), Optional.of("x"))).isEmpty();
        assertThat(ValueExcerpt.of(Optional.of("x"), Optional.empty())).contains("x");
    }

    @Test
    void long_values_are_shown_where_they_begin_to_differ() {
        String same = "s".repeat(5_000);
        String one = same + "ONE" + same;
        String other = same + "OTHER" + same;
        assertThat(of(one, other))
                .startsWith("…s")
                .contains("ONE")
                .endsWith("s…")
                .hasSize(ValueExcerpt.LONGEST + 2);
        assertThat(of(other, one)).contains("OTHER");
    }

    @Test
    void the_end_is_shown_where_one_goes_on() {
        String same = "s".repeat(500);
        assertThat(of(same, same + "!")).startsWith("…").endsWith("s");
        assertThat(of(same + "!", same)).endsWith("s!");
    }

    @Test
    void no_character_is_cut_in_half() {
        String emoji = "\uD83D\uDE00".repeat(300);
        String excerpt = of(emoji + "a", emoji + "b");
        assertThat(excerpt.codePoints()).allMatch(point -> point < 0xD800 || point > 0xDFFF);
        String other = "\uD83D\uDE00".repeat(200) + "\uD83D\uDE01".repeat(100);
        assertThat(of(other, emoji).codePoints()).allMatch(point -> point < 0xD800 || point > 0xDFFF);
    }
}

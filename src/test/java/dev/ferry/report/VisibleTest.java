package dev.ferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void controls_directions_and_halves_of_pairs_are_escaped() {
        assertThat(Visible.text("a\u0000b\u001b[2Jc\u009bd\u007f")).isEqualTo("a\\u0000b\\u001b[2Jc\\u009bd\\u007f");
        assertThat(Visible.text("\u202e\u2066\u200f\ufeff\u00ad\u2028"))
                .isEqualTo("\\u202e\\u2066\\u200f\\ufeff\\u00ad\\u2028");
        assertThat(Visible.text("\ud83d \udc69")).isEqualTo("\\ud83d \\udc69");
        assertThat(Visible.text("a\r\n\tb")).isEqualTo("a\\r\\n\\tb");
        assertThat(Visible.text("\udb40\udc20")).isEqualTo("\\udb40\\udc20");
    }

    @Test
    void letters_and_joined_emoji_of_any_script_stay() {
        String text = "é 日本語 שלום می‌خواهم 👩‍🚀";
        assertThat(Visible.text(text)).isEqualTo(text);
    }

    @Test
    void a_cut_never_halves_a_pair_and_says_how_long_the_text_was() {
        assertThat(Visible.text("👩👩👩", 2)).isEqualTo("👩👩… (3 characters)");
        assertThat(Visible.text("👩👩", 2)).isEqualTo("👩👩");
    }
}

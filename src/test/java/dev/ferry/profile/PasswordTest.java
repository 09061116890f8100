package dev.ferry.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.profile.Password.Digest;
import dev.ferry.profile.Password.Hashed;
import dev.ferry.profile.Password.Missing;
import dev.ferry.profile.Password.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
    private static final String HASH = "$2b$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\t\n", "{noop}"})
    void nothing_is_a_missing_password(String text) {
        assertThat(Password.of(text)).isEqualTo(new Missing());
    }

    @Test
    void a_hash_in_a_known_format_is_kept_as_it_is() {
        assertThat(Password.of(HASH)).isEqualTo(new Hashed(HASH));
        assertThat(Password.of("{bcrypt}" + HASH)).isEqualTo(new Hashed("{bcrypt}" + HASH));
    }

    /** A column of type char(80) pads what it holds. */
    @Test
    void spaces_around_a_hash_are_not_part_of_it() {
        assertThat(Password.of(HASH + "   ")).isEqualTo(new Hashed(HASH));
        assertThat(Password.of("d41d8cd98f00b204e9800998ecf8427e\n"))
                .isEqualTo(new Digest("d41d8cd98f00b204e9800998ecf8427e"));
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 40, 64, 128})
    void as_many_hexadecimal_digits_as_a_digest_has_are_one(int length) {
        String digits = "0123456789abcdefABCDEF0123456789".repeat(4).substring(0, length);

        assertThat(Password.of(digits)).isEqualTo(new Digest(digits));
        assertThat(Password.of(digits.substring(1))).isInstanceOf(Plain.class);
        assertThat(Password.of(digits + "0")).isInstanceOf(Plain.class);
        assertThat(Password.of("g" + digits.substring(1))).isInstanceOf(Plain.class);
    }

    @Test
    void anything_else_is_plain_with_every_space_and_a_hash_that_was_cut_is_too() {
        assertThat(Password.of(" pass word ")).isEqualTo(new Plain(" pass word "));
        assertThat(Password.of(HASH.substring(0, 50))).isEqualTo(new Plain(HASH.substring(0, 50)));
    }

    @Test
    void the_id_of_a_plain_password_is_not_part_of_it() {
        assertThat(Password.of("{noop}secret")).isEqualTo(new Plain("secret"));
    }

    @Test
    void no_password_shows_itself() {
        assertThat(Password.of("hunter2").toString()).doesNotContain("hunter2");
        assertThat(Password.of(HASH).toString()).doesNotContain("abcdef");
        assertThat(Password.of("d41d8cd98f00b204e9800998ecf8427e").toString()).doesNotContain("d41d");
    }
}

package dev.ferry.profile.apps.dto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Wahy                   | wahy",
                "Adnan The Quran Teacher| adnan-the-quran-teacher",
                "Rayyaan & Bayaan       | rayyaan-bayaan",
                "Qur'an                 | quran",
                "Qur’an                 | quran",
                "Café Ångström          | cafe-angstrom",
                "ﬁne ①                  | fine-1",
                "a -- b_c               | a-b_c",
                "`--_ trimmed _-!`      | trimmed",
                "Quran قرآن             | quran",
                "قرآن                   | ``",
                "!!!                    | ``",
            })
    void a_name_becomes_ascii_letters_digits_underscores_and_single_hyphens(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void an_app_without_such_characters_in_its_name_is_called_after_its_source_id() {
        assertThat(Slug.ofApp("قرآن", "63_Wiqaya")).isEqualTo("app-63_wiqaya");
        assertThat(Slug.ofApp("قرآن", "قرآن")).isEqualTo("app");
        assertThat(Slug.ofApp("Quran", "63")).isEqualTo("quran");
    }

    @Test
    void a_slug_fits_its_column_with_its_number() {
        String long200 = "㎯".repeat(200);
        assertThat(Slug.ofApp(long200, "1")).hasSizeLessThanOrEqualTo(220);
        assertThat(Slug.variant("quran", 1)).isEqualTo("quran-1");
        assertThat(Slug.variant("a".repeat(220), 10)).isEqualTo("a".repeat(217) + "-10");
        assertThat(Slug.variant("a".repeat(216) + "-bcd", 10)).isEqualTo("a".repeat(216) + "-10");
    }
}

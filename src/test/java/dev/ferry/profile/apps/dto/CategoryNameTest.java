package dev.ferry.profile.apps.dto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryNameTest {
    @ParameterizedTest
    @CsvSource({
        "mushaf, mushaf, Mushaf",
        "'  Word  by\u00a0word ', word-by-word, Word by word",
        "MUSHAF, mushaf, MUSHAF",
        "translations, translations, Translations",
        "Translation, translation, Translation",
        "Éducation, education, Éducation",
        "مصحف المدينة, مصحف-المدينة, مصحف المدينة",
        "Quran قرآن, quran-قرآن, Quran قرآن",
        "&, &, &"
    })
    void categories_are_told_apart_by_their_slugs(String name, String slug, String capitalised) {
        CategoryName category = new CategoryName(name);
        assertThat(category.slug()).isEqualTo(slug);
        assertThat(category.capitalised()).isEqualTo(capitalised);
        assertThat(category.isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\u00a0"})
    void a_name_has_more_than_white_space(String name) {
        assertThat(new CategoryName(name).isValid()).isFalse();
    }

    @Test
    void a_name_and_its_slug_fit_their_columns() {
        assertThat(new CategoryName("x".repeat(100)).isValid()).isTrue();
        assertThat(new CategoryName("😀".repeat(100)).isValid()).isTrue();
        assertThat(new CategoryName("x".repeat(101)).isValid()).isFalse();
        assertThat(new CategoryName("½".repeat(100)).isValid()).isFalse();
    }
}

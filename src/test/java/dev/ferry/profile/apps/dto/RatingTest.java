package dev.ferry.profile.apps.dto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4.9|4.9", "4,65|4.65", "' 5 '|5", "0|0", "4.700|4.700", "5e-1|0.5", "-0|0"})
    void a_number_is_kept_exactly_with_a_point_or_a_comma(String text, BigDecimal value) {
        Rating rating = new Rating(text);
        assertThat(rating.isValid()).isTrue();
        assertThat(rating.value()).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "N/A", "Not Found", "Rating not found "})
    void a_placeholder_is_no_rating_and_no_error(String text) {
        Rating rating = new Rating(text);
        assertThat(rating.isValid()).isTrue();
        assertThat(rating.isPlaceholder()).isTrue();
        assertThat(rating.value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5.01", "-0.1", "4.666", "4.7/5", "4.7.1", "1,234.5", "good", "true", "[4]", "{}", "1e99", "NaN"
            })
    void anything_else_is_invalid_and_gives_no_rating(String text) {
        Rating rating = new Rating(text);
        assertThat(rating.isValid()).isFalse();
        assertThat(rating.value()).isEmpty();
    }
}

package dev.ferry.profile.school.dto;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which countries texts name. */
@NullMarked
class CountryTest {
    @ParameterizedTest
    @CsvSource({
        "Kenya,KE",
        "' kenya ',KE",
        "KE,KE",
        "ken,KE",
        ",KE",
        "' ',KE",
        "Uganda,UG",
        "Tanzania,TZ",
        "South Sudan,SS",
        "Côte d’Ivoire,CI",
        "Cote d'Ivoire,CI",
        "USA,US",
        "United Kingdom,GB",
    })
    void a_country_is_found_by_name_and_code(@Nullable String text, String region) {
        assertThat(Country.region(text)).contains(region);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "Nairobi", "-", "254"})
    void anything_else_is_no_country(String text) {
        assertThat(Country.region(text)).isEmpty();
    }
}

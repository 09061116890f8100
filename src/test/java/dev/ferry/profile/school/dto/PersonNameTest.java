package dev.ferry.profile.school.dto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How names come apart. */
@NullMarked
class PersonNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mary Wanjiku Njoroge|Mary|Wanjiku|Njoroge",
                "Mary|Mary||",
                "  Mary \t Njoroge |Mary||Njoroge",
                "Mary Wanjiku Grace Njoroge|Mary|Wanjiku Grace|Njoroge",
                "Jan van der Berg|Jan||van der Berg",
                "Jan Willem van der Berg|Jan|Willem|van der Berg",
                "Ludwig Van Beethoven|Ludwig||Van Beethoven",
                "Ali bin Hassan Omar|Ali||bin Hassan Omar",
                "Fatuma binti Hassan|Fatuma||binti Hassan",
                "Juan de la Cruz|Juan||de la Cruz",
                "Ngugi wa Thiong'o|Ngugi||wa Thiong'o",
                "William ole Ntimama|William||ole Ntimama",
                "Daniel arap Moi|Daniel||arap Moi",
                "Omar Hassan al-Amin|Omar|Hassan|al-Amin",
                "Mary Ben Otieno|Mary|Ben|Otieno",
                "Mary Van|Mary||Van",
                "van der Berg|van||der Berg",
                "José María Núñez|José|María|Núñez",
            })
    void a_whole_name_splits_into_first_middle_and_last(
            String whole, String first, @Nullable String middle, @Nullable String last) {
        assertThat(PersonName.split(whole))
                .contains(new PersonName(first, Optional.ofNullable(middle), Optional.ofNullable(last)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0"})
    void white_space_is_no_name(String whole) {
        assertThat(PersonName.split(whole)).isEmpty();
    }

    @Test
    void the_parts_that_the_source_has_win_over_the_whole_name() {
        assertThat(named(" Mary ", null, "de Souza", "Someone Else").personName())
                .contains(new PersonName("Mary", Optional.empty(), Optional.of("de Souza")));
        assertThat(named(" ", null, null, "Mary Wanjiku Njoroge").personName())
                .contains(new PersonName("Mary", Optional.of("Wanjiku"), Optional.of("Njoroge")));
        assertThat(named(null, null, "Njoroge", null).personName())
                .contains(new PersonName("Njoroge", Optional.empty(), Optional.empty()));
        assertThat(named(null, " ", null, " ").personName()).isEmpty();
    }

    private static NameFields named(
            @Nullable String first, @Nullable String middle, @Nullable String last, @Nullable String full) {
        return new ContactRecord("e", first, middle, last, full, null, "", null, "u", null);
    }
}

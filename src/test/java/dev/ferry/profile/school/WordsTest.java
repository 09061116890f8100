package dev.ferry.profile.school;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.profile.school.dto.Gender;
import dev.ferry.profile.school.dto.SchoolType;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of V1 that stand for one of a few things. */
@NullMarked
class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "Father,FATHER", "' DAD ',FATHER", "mother,MOTHER", "Mom,MOTHER", "MUM,MOTHER",
        "Uncle,GUARDIAN", "grandmother,GUARDIAN", "guardian,GUARDIAN", "' ',GUARDIAN", ",GUARDIAN"
    })
    void a_relationship_makes_a_father_a_mother_or_else_a_guardian(@Nullable String word, ParentType type) {
        assertThat(ParentType.of(word)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"male,MALE", "M,MALE", "Boy,MALE", "' Female ',FEMALE", "f,FEMALE", "girl,FEMALE", "other,", "' ',", ","
    })
    void a_gender_is_one_of_two_or_unknown(@Nullable String word, @Nullable Gender gender) {
        assertThat(Gender.of(word)).isEqualTo(Optional.ofNullable(gender));
    }

    @ParameterizedTest
    @CsvSource({"Private,PRIVATE", "' public ',PUBLIC", "INTERNATIONAL,INTERNATIONAL", "charter,", "' ',", ","})
    void a_type_is_one_of_three_or_unknown(@Nullable String word, @Nullable SchoolType type) {
        assertThat(SchoolType.of(word)).isEqualTo(Optional.ofNullable(type));
    }

    @ParameterizedTest
    @CsvSource({
        "Primary,primary", "PRE PRIMARY,preprimary", "Pre-Primary,preprimary", "pre_primary,preprimary",
        "' senior  secondary ',seniorsecondary", "kindergarten,kindergarten", "' ',", ","
    })
    void a_level_is_known_by_its_letters(@Nullable String name, @Nullable String code) {
        assertThat(ClassLevels.code(name)).isEqualTo(Optional.ofNullable(code));
    }
}

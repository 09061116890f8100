package dev.ferry.profile.school;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.profile.school.dto.PersonName;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses of those who have none. */
@NullMarked
class GeneratedEmailTest {
    @ParameterizedTest
    @CsvSource({
        "Mary Wanjiku Njoroge,KJA-0147,mary.njoroge@kja-0147.invalid",
        "Mary,KJA,mary@kja.invalid",
        "Ngugi wa Thiong'o,A/1 B,ngugi.wa-thiongo@a-1-b.invalid",
        "José Núñez Straße,x,jose.strasse@x.invalid",
        "李 小龍,x,teacher.t-1@x.invalid",
        "李 小龍,學校,teacher.t-1@school-s-1.invalid",
        "Mary Njoroge,,mary.njoroge@school-s-1.invalid",
    })
    void the_local_part_is_the_name_and_the_domain_the_school(String name, @Nullable String code, String address) {
        PersonName split = PersonName.split(name).orElseThrow();
        assertThat(GeneratedEmail.of(split, UserKind.TEACHER, "t 1", code, "s_1"))
                .isEqualTo(address);
    }

    @Test
    void long_names_leave_room_for_a_variant() {
        PersonName name =
                PersonName.split("A".repeat(40) + " " + "B".repeat(40)).orElseThrow();
        String address = GeneratedEmail.of(name, UserKind.TEACHER, "t1", "C".repeat(80), "s1");
        assertThat(address).matches("a{40}\\.b{7}@c{48}\\.invalid");
        assertThat(GeneratedEmail.is(address)).isTrue();
    }

    @Test
    void an_administrator_has_no_name_of_its_own() {
        assertThat(GeneratedEmail.ofAdministrator("KJA 1", "s1")).isEqualTo("admin@kja-1.invalid");
    }
}

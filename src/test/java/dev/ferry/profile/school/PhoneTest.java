package dev.ferry.profile.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a telephone number, and how it is stored. */
@NullMarked
class PhoneTest {
    @ParameterizedTest
    @CsvSource({
        "0712345678,Kenya,+254712345678",
        "' 0712 345-678 ',Kenya,+254712345678",
        "712345678,Kenya,+254712345678",
        "254712345678,Kenya,+254712345678",
        "+254 (0) 712 345 678,Uganda,+254712345678",
        "0772345678,Uganda,+256772345678",
        "0712345678,Tanzania,+255712345678",
        "+44 20 7946 0018,Kenya,+442079460018",
        "020 272 1234,Kenya,+254202721234",
    })
    void a_number_is_read_as_the_people_of_its_country_write_it(String text, String country, String stored) {
        assertThat(Phone.of(text, country)).contains(stored);
        assertThat(Phone.check("phone", text, country)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "abc",
                "n/a",
                "0712345678/0722345678",
                "0712345678 ext 4",
                "0712O45678",
                "+254 71234567890123",
                "0800FLOWERS",
                "-",
                "+"
            })
    void anything_else_is_a_fault_that_names_the_country(String text) {
        assertThat(Phone.of(text, "Kenya")).isEmpty();
        assertThat(Phone.check("phoneNumber", text, "Kenya")).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("phoneNumber");
            assertThat(fault.message()).contains("Kenya");
            assertThat(fault.value()).isEqualTo(text);
        });
    }

    @Test
    void a_missing_number_is_no_fault() {
        assertThat(Phone.of(null, "Kenya")).isEmpty();
        assertThat(Phone.check("phone", null, "Kenya")).isEmpty();
        assertThat(Phone.check("phone", "  ", "Kenya")).isEmpty();
    }
}

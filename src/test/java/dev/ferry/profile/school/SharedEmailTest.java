package dev.ferry.profile.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an address that somebody has already. */
@NullMarked
class SharedEmailTest {
    @ParameterizedTest
    @CsvSource({
        "a@x,TEACHER,1,a+teacher1@x",
        "a@x,PARENT,12,a+parent12@x",
        "a+school@x.org,STUDENT,2,a+school+student2@x.org",
        "office@x.org,SCHOOL,1,office+admin1@x.org",
    })
    void a_variant_reaches_the_same_mailbox(String wanted, UserKind kind, int number, String variant) {
        assertThat(SharedEmail.variant(wanted, kind, number)).isEqualTo(variant);
        assertThat(SharedEmail.keeps(variant, wanted, kind)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a@x,a@x,true",
        "a+teacher7@x,a@x,true",
        "a+teacher@x,a@x,false",
        "a+teacher7b@x,a@x,false",
        "a+parent1@x,a@x,false",
        "a+teacher1@y,a@x,false",
        "b@x,a@x,false",
        "a.b@s1.invalid,a.c@s2.invalid,true",
        "a.b@s1.invalid,a@x,false",
    })
    void a_user_keeps_an_address_that_still_stands_for_the_wanted_one(String present, String wanted, boolean kept) {
        assertThat(SharedEmail.keeps(present, wanted, UserKind.TEACHER)).isEqualTo(kept);
    }
}

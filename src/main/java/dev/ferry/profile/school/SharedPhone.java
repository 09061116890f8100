package dev.ferry.profile.school;

import dev.ferry.profile.Allocation;
import dev.ferry.profile.Remark;
import java.util.Optional;

/** Telephone numbers that several users want: the first has it, the others keep it beside, as that of somebody else. */
final class SharedPhone {
    private SharedPhone() {}

    /**
     * Gives the numbers out.
     *
     * @param field the field of the source that has them
     */
    static Allocation<User> of(String field) {
        return new Allocation<>(
                "phoneNumber",
                User::phoneNumber,
                User::givePhoneNumber,
                (wanted, number) -> Optional.empty(),
                String::equals,
                new Remark(
                        field,
                        "shared-phone",
                        "belongs to another user already: phone_number stays NULL, and the number is kept in shared_phone"));
    }
}

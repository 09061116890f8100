package dev.ferry.profile.school;

import dev.ferry.profile.Allocation;
import dev.ferry.profile.Remark;
import java.util.Optional;

/** E-mail addresses that several users want: the first has it, the others a variant that reaches the same mailbox. */
final class SharedEmail {
    private static final Remark REMARK = new Remark(
            "email",
            "shared-email",
            "belongs to another user already: this one logs in with a variant of it, such as name+teacher1@domain");

    private SharedEmail() {}

    /** Gives the addresses out among the users of a kind. */
    static Allocation<User> among(UserKind kind) {
        return new Allocation<>(
                "email",
                User::email,
                User::giveEmail,
                (wanted, number) -> Optional.of(variant(wanted, kind, number)),
                (present, wanted) -> keeps(present, wanted, kind),
                REMARK);
    }

    /** {@code local+teacher1@domain}; an address that has a plus part keeps it. */
    static String variant(String wanted, UserKind kind, int number) {
        int at = wanted.lastIndexOf('@');
        return wanted.substring(0, at) + "+" + kind.word() + number + wanted.substring(at);
    }

    /** Whether a user keeps an address: the wanted one, a variant of it, or a generated one where none is wanted by name. */
    static boolean keeps(String present, String wanted, UserKind kind) {
        return present.equals(wanted)
                || isVariant(present, wanted, kind)
                || (GeneratedEmail.is(present) && GeneratedEmail.is(wanted));
    }

    private static boolean isVariant(String present, String wanted, UserKind kind) {
        int at = wanted.lastIndexOf('@');
        String before = wanted.substring(0, at) + "+" + kind.word();
        String after = wanted.substring(at);
        if (present.length() <= before.length() + after.length()
                || !present.startsWith(before)
                || !present.endsWith(after)) {
            return false;
        }
        return present.substring(before.length(), present.length() - after.length())
                .chars()
                .allMatch(c -> c >= '0' && c <= '9');
    }
}

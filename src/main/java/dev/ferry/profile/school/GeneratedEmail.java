package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.PersonName;
import dev.ferry.profile.school.dto.Text;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses for people without one, in a domain that cannot receive mail (RFC 2606, section 2). */
final class GeneratedEmail {
    private static final String DOMAIN = ".invalid";

    /** Leaves room in a local part of 64 and a label of 63 characters (RFC 5321, 4.5.3.1.1; RFC 1035, 2.3.4) for a variant. */
    private static final int MAX_LENGTH = 48;

    private GeneratedEmail() {}

    /** {@code first.last@<school code>.invalid}; the kind and the V1 identifier where the name has nothing of ASCII. */
    static String of(PersonName name, UserKind kind, String id, @Nullable String schoolCode, String schoolId) {
        String named = joined(Stream.of(Optional.of(name.first()), name.last()).flatMap(Optional::stream));
        String local = named.isEmpty() ? joined(Stream.of(kind.word(), id)) : named;
        return cut(local) + "@" + domain(schoolCode, schoolId);
    }

    /** The address of a school's administrator. */
    static String ofAdministrator(@Nullable String schoolCode, String schoolId) {
        return UserKind.SCHOOL.word() + "@" + domain(schoolCode, schoolId);
    }

    /** Whether an address was made here. */
    static boolean is(String address) {
        return address.endsWith(DOMAIN);
    }

    private static String domain(@Nullable String schoolCode, String schoolId) {
        String code = Text.of(schoolCode).map(Ascii::word).orElse("");
        String label = code.isEmpty() ? joined(Stream.of("school", schoolId)).replace('.', '-') : code;
        return cut(label) + DOMAIN;
    }

    private static String joined(Stream<String> words) {
        return words.map(Ascii::word).filter(word -> !word.isEmpty()).collect(Collectors.joining("."));
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        String cut = text.substring(0, MAX_LENGTH);
        return cut.endsWith("-") || cut.endsWith(".") ? cut.substring(0, MAX_LENGTH - 1) : cut;
    }
}

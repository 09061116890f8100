package dev.ferry.profile.school;

import dev.ferry.profile.Allocation;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Password;
import dev.ferry.profile.Passwords;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Remark;
import dev.ferry.profile.Table;
import dev.ferry.profile.school.dto.Email;
import dev.ferry.profile.school.dto.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes a user: one row of {@code users} and one of {@code user_roles} for each school and each person of V1. */
final class Accounts {
    private static final Remark GENERATED_EMAIL = new Remark(
            "email",
            "generated-email",
            "is missing: the user gets an address that cannot receive mail, and email_generated is true");

    private static final Remark BARE_DIGEST = new Remark(
            "password",
            "bare-digest",
            "is a bare digest: it is kept, but no login is checked against it, and is_password_set is false");

    /** Known by their V1 rows: whoever moves to another school takes the role along. */
    private static final Table<UserRole> USER_ROLES = new Table<>(
                    "user_roles",
                    UserRole.class,
                    Tables.unique(
                            "id",
                            Tables.attribute("sourceKind", UserRole::sourceKind),
                            Tables.attribute("sourceId", UserRole::sourceId)))
            .foundByIdentityMap()
            .withUnique(List.of(Tables.unique(
                    "",
                    Tables.attribute("user", UserRole::user),
                    Tables.attribute("role", UserRole::role),
                    Tables.attribute("school", UserRole::school))));

    private Accounts() {}

    /** The users that a V1 table of people becomes. */
    static <D extends Record & Person> EntityStep<D, User> users(UserKind kind, Reading<D, D> people) {
        return new EntityStep<D, User>(
                        table(kind, "phoneNumber"),
                        people,
                        (dto, references) -> Stream.of(
                                new User(kind, dto, references.parent(School.class, NaturalKey.of(dto.schoolId())))))
                .withParents(List.of(Tables.parent("schoolId", School.class, Person::schoolId)))
                .withChecks(List.of((dto, references) -> Phone.check(
                        "phoneNumber",
                        dto.phoneNumber(),
                        references
                                .parent(School.class, NaturalKey.of(dto.schoolId()))
                                .country())))
                .withRemarks(
                        kind == UserKind.STUDENT
                                // V1 has no addresses of students, so that one is missing is no news.
                                ? dto -> List.of()
                                : dto -> remarks(dto.email(), dto.password()))
                .withRecordKey(kind::key)
                .withPasswords(passwords(Person::password));
    }

    /** The table of users, seen by those of one kind: that decides what their addresses look like. */
    static Table<User> table(UserKind kind, String phoneField) {
        List<Allocation<User>> allocations = List.of(SharedEmail.among(kind), SharedPhone.of(phoneField));
        return new Table<>(
                        "users",
                        User.class,
                        Tables.unique(
                                "id",
                                Tables.attribute("sourceKind", User::sourceKind),
                                Tables.attribute("sourceId", User::sourceId)))
                .foundByIdentityMap()
                .withAllocations(allocations)
                .withRemembered(Set.of("country"))
                .withVolatile(Set.of("password"));
    }

    /** What a user should know of a login. */
    static List<Remark> remarks(@Nullable String email, @Nullable String password) {
        List<Remark> remarks = new ArrayList<>();
        if (Email.of(email).isEmpty()) {
            remarks.add(GENERATED_EMAIL);
        }
        if (Password.of(password) instanceof Password.Digest) {
            remarks.add(BARE_DIGEST);
        }
        return remarks;
    }

    static <D extends Record> Passwords<D, User> passwords(Function<D, @Nullable String> password) {
        return new Passwords<>(
                "password", dto -> Password.of(password.apply(dto)), User::givePassword, User::email, "email");
    }

    /** The role that each of these users has. */
    static <D extends Record> EntityStep<D, UserRole> roles(
            UserKind kind, Reading<D, D> reading, Function<D, String> id, Function<D, String> schoolId) {
        NaturalKey role = NaturalKey.of(kind.role());
        return new EntityStep<D, UserRole>(
                        USER_ROLES,
                        reading,
                        (dto, references) -> Stream.of(new UserRole(
                                kind,
                                id.apply(dto),
                                references.parent(User.class, kind.key(id.apply(dto))),
                                references.parent(Role.class, role),
                                references.parent(School.class, NaturalKey.of(schoolId.apply(dto))))))
                .withParents(List.of(
                        user(kind, id),
                        Parent.one("", Role.class, dto -> Optional.of(role)),
                        Tables.parent("", School.class, schoolId).ifThere()))
                .withRecordKey(kind::key);
    }

    /** The user that a V1 row became. */
    static <D extends Record> Parent<D> user(UserKind kind, Function<D, @Nullable String> id) {
        return Parent.one("", User.class, dto -> Tables.key(id.apply(dto)).map(key -> kind.key(key.toString())));
    }
}

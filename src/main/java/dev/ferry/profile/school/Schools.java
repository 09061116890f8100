package dev.ferry.profile.school;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.References;
import dev.ferry.profile.Step;
import dev.ferry.profile.school.dto.Country;
import dev.ferry.profile.school.dto.SchoolRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The schools, and for each an administrator who has the login that the school itself had. */
final class Schools {
    private static final EntityStep<SchoolRecord, School> SCHOOL = new EntityStep<SchoolRecord, School>(
                    Tables.ofSource("schools", School.class, School::sourceId)
                            .withUnique(List.of(
                                    Tables.unique("email", Tables.attribute("email", School::email)),
                                    Tables.unique(
                                            "schoolCode", Tables.attribute("governmentCode", School::governmentCode))))
                            .withRemembered(Set.of("country", "governmentCode")),
                    Sections.SCHOOLS,
                    (dto, references) -> Stream.of(new School(
                            dto,
                            level(dto)
                                    .map(key -> references.parent(ClassLevel.class, key))
                                    .orElse(null))))
            .withParents(List.of(Parent.one("schoolLevel", ClassLevel.class, Schools::level)))
            .withChecks(List.of((dto, references) -> Phone.check("phone", dto.phone(), Country.name(dto.country()))));

    private static final EntityStep<SchoolRecord, User> ADMINISTRATOR = new EntityStep<SchoolRecord, User>(
                    Accounts.table(UserKind.SCHOOL, "phone"),
                    Sections.SCHOOLS,
                    (dto, references) -> Stream.of(new User(dto, school(dto, references))))
            .withParents(List.of(Tables.parent("", School.class, SchoolRecord::id)))
            .withRemarks(dto -> Accounts.remarks(dto.email(), dto.password()))
            .withRecordKey(UserKind.SCHOOL::key)
            .withPasswords(Accounts.passwords(SchoolRecord::password));

    private static final EntityStep<SchoolRecord, SchoolAdmin> SCHOOL_ADMIN = new EntityStep<SchoolRecord, SchoolAdmin>(
                    Tables.ofSource("school_admins", SchoolAdmin.class, SchoolAdmin::sourceId),
                    Sections.SCHOOLS,
                    (dto, references) -> Stream.of(new SchoolAdmin(
                            dto.id(),
                            references.parent(User.class, UserKind.SCHOOL.key(dto.id())),
                            school(dto, references))))
            .withParents(List.of(
                    Accounts.user(UserKind.SCHOOL, SchoolRecord::id),
                    Tables.parent("", School.class, SchoolRecord::id)));

    private Schools() {}

    private static School school(SchoolRecord dto, References references) {
        return references.parent(School.class, NaturalKey.of(dto.id()));
    }

    private static Optional<NaturalKey> level(SchoolRecord dto) {
        return ClassLevels.code(dto.schoolLevel()).map(NaturalKey::of);
    }

    static List<Step> steps() {
        return List.of(
                SCHOOL,
                ADMINISTRATOR,
                Accounts.roles(UserKind.SCHOOL, Sections.SCHOOLS, SchoolRecord::id, SchoolRecord::id),
                SCHOOL_ADMIN);
    }
}

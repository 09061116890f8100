package dev.ferry.profile.school;

import dev.ferry.profile.Check;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.References;
import dev.ferry.profile.Step;
import dev.ferry.profile.school.dto.ContactRecord;
import dev.ferry.profile.school.dto.Country;
import dev.ferry.profile.school.dto.ParentRecord;
import dev.ferry.profile.school.dto.StudentRecord;
import java.util.List;
import java.util.stream.Stream;

/** The parents; and who is whose parent, and whom to call, which come after the students. */
final class Families {
    private static final EntityStep<ParentRecord, Guardian> PARENT = new EntityStep<ParentRecord, Guardian>(
                    Tables.ofSource("parents", Guardian.class, Guardian::sourceId),
                    Sections.PARENTS,
                    (dto, references) -> Stream.of(new Guardian(
                            dto,
                            references.parent(User.class, UserKind.PARENT.key(dto.id())),
                            references.parent(School.class, NaturalKey.of(dto.schoolId())))))
            .withParents(List.of(
                    Accounts.user(UserKind.PARENT, ParentRecord::id),
                    Tables.parent("", School.class, ParentRecord::schoolId).ifThere()));

    /** The second number is checked with the first, before the user is written. */
    private static final Check<ParentRecord> SECOND_NUMBER = (dto, references) -> Phone.check(
            "secondaryPhoneNumber",
            dto.secondaryPhoneNumber(),
            references.parent(School.class, NaturalKey.of(dto.schoolId())).country());

    private static final EntityStep<StudentRecord.Link, StudentParent> STUDENT_PARENT = new EntityStep<
                    StudentRecord.Link, StudentParent>(
                    Tables.byColumns(
                            "student_parents",
                            StudentParent.class,
                            Tables.attribute("student", StudentParent::student),
                            Tables.attribute("parent", StudentParent::parent)),
                    Sections.STUDENTS.inParts(StudentRecord::links),
                    (link, references) -> Stream.of(new StudentParent(
                            references.parent(Student.class, NaturalKey.of(link.studentId())),
                            references.parent(Guardian.class, NaturalKey.of(link.parentId())))))
            .withParents(List.of(
                    Tables.parent("", Student.class, StudentRecord.Link::studentId),
                    Tables.parent("", Guardian.class, StudentRecord.Link::parentId)));

    private static final EntityStep<ContactRecord, EmergencyContact> CONTACT = new EntityStep<
                    ContactRecord, EmergencyContact>(
                    Tables.ofSource("emergency_contacts", EmergencyContact.class, EmergencyContact::sourceId)
                            .withUnique(List.of(Tables.unique(
                                    "phone",
                                    Tables.attribute("student", EmergencyContact::student),
                                    Tables.attribute("phone", EmergencyContact::phone)))),
                    Sections.CONTACTS,
                    (dto, references) -> Stream.of(new EmergencyContact(
                            dto,
                            references.parent(Student.class, NaturalKey.of(dto.studentId())),
                            country(dto, references))))
            .withParents(List.of(
                    Tables.parent("studentId", Student.class, ContactRecord::studentId),
                    Accounts.user(UserKind.STUDENT, ContactRecord::studentId).ifThere()))
            .withChecks(List.of((dto, references) -> Phone.check("phone", dto.phone(), country(dto, references))));

    private Families() {}

    /** The country of the student's school, which the student's user has too. */
    private static String country(ContactRecord dto, References references) {
        return references
                .find(User.class, UserKind.STUDENT.key(dto.studentId()))
                .map(User::country)
                .orElse(Country.DEFAULT);
    }

    static List<Step> parents() {
        EntityStep<ParentRecord, User> users = Accounts.users(UserKind.PARENT, Sections.PARENTS);
        return List.of(
                users.withChecks(Stream.concat(users.checks().stream(), Stream.of(SECOND_NUMBER))
                        .toList()),
                Accounts.roles(UserKind.PARENT, Sections.PARENTS, ParentRecord::id, ParentRecord::schoolId),
                PARENT);
    }

    static List<Step> ofStudents() {
        return List.of(STUDENT_PARENT, CONTACT);
    }
}

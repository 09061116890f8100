package dev.ferry.profile.school;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Step;
import dev.ferry.profile.school.dto.TeacherRecord;
import java.util.List;
import java.util.stream.Stream;

/** The teachers. */
final class Staff {
    private static final EntityStep<TeacherRecord, Teacher> TEACHER = new EntityStep<TeacherRecord, Teacher>(
                    Tables.ofSource("teachers", Teacher.class, Teacher::sourceId),
                    Sections.TEACHERS,
                    (dto, references) -> Stream.of(new Teacher(
                            dto,
                            references.parent(User.class, UserKind.TEACHER.key(dto.id())),
                            references.parent(School.class, NaturalKey.of(dto.schoolId())))))
            .withParents(List.of(
                    Accounts.user(UserKind.TEACHER, TeacherRecord::id),
                    Tables.parent("", School.class, TeacherRecord::schoolId).ifThere()));

    private Staff() {}

    static List<Step> steps() {
        return List.of(
                Accounts.users(UserKind.TEACHER, Sections.TEACHERS),
                Accounts.roles(UserKind.TEACHER, Sections.TEACHERS, TeacherRecord::id, TeacherRecord::schoolId),
                TEACHER);
    }
}

package dev.ferry.profile.school;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.References;
import dev.ferry.profile.Step;
import dev.ferry.profile.school.dto.StudentRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The students: their users come before their classes, which take from them what V1 does not say itself. */
final class Pupils {
    private static final EntityStep<StudentRecord, Student> STUDENT = new EntityStep<StudentRecord, Student>(
                    Tables.ofSource("students", Student.class, Student::sourceId)
                            .withUnique(List.of(Tables.unique(
                                    "studentAdmissionNumber",
                                    Tables.attribute("school", Student::school),
                                    Tables.attribute("admissionNumber", Student::admissionNumber)))),
                    Sections.STUDENTS,
                    Pupils::student)
            .withParents(List.of(
                    Accounts.user(UserKind.STUDENT, StudentRecord::id),
                    Tables.parent("", School.class, StudentRecord::schoolId).ifThere(),
                    Classrooms.schoolClass(
                            "classId", StudentRecord::schoolId, dto -> Classrooms.classId(dto.classId())),
                    Tables.parent("streamId", ClassStream.class, StudentRecord::streamId)
                            .ifThere()));

    private Pupils() {}

    private static Stream<Student> student(StudentRecord dto, References references) {
        Optional<ClassStream> stream =
                Tables.key(dto.streamId()).flatMap(key -> references.find(ClassStream.class, key));
        return Stream.of(new Student(
                dto,
                references.parent(User.class, UserKind.STUDENT.key(dto.id())),
                references.parent(School.class, NaturalKey.of(dto.schoolId())),
                references.parent(SchoolClass.class, NaturalKey.of(dto.schoolId(), Classrooms.classId(dto.classId()))),
                stream.orElse(null)));
    }

    static List<Step> users() {
        return List.of(
                Accounts.users(UserKind.STUDENT, Sections.STUDENTS),
                Accounts.roles(UserKind.STUDENT, Sections.STUDENTS, StudentRecord::id, StudentRecord::schoolId));
    }

    static List<Step> students() {
        return List.of(STUDENT);
    }
}

package dev.ferry.profile.classroom;

import dev.ferry.profile.DefaultStep;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.profile.classroom.dto.ClassRecord;
import dev.ferry.profile.classroom.dto.StudentRecord;
import dev.ferry.source.Section;
import java.util.List;
import java.util.stream.Stream;

/** Who keeps the register, the students, the classes and who is enrolled in them. */
final class Register {
    static final Section STUDENTS = Section.list("students", "id");
    static final Section CLASSES = Section.list("classes", "id");

    private static final DefaultStep<User> DEFAULT_USER = new DefaultStep<>(
            Keys.table("users", User.class)
                    .withUnique(List.of(new UniqueKey<>("email", List.of(new KeyAttribute<>("email", User::email))))),
            () -> List.of(User.defaultTeacher()));

    private static final EntityStep<StudentRecord, Student> STUDENT = new EntityStep<>(
            Keys.table("students", Student.class),
            Reading.records(STUDENTS, StudentRecord.class),
            (dto, references) -> Stream.of(new Student(dto)));

    private static final EntityStep<ClassRecord, SchoolClass> CLASS = new EntityStep<>(
            Keys.table("classes", SchoolClass.class),
            Reading.records(CLASSES, ClassRecord.class),
            (dto, references) -> Stream.of(new SchoolClass(dto)));

    private static final EntityStep<ClassRecord.Enrollment, Enrollment> ENROLLMENT = new EntityStep<
                    ClassRecord.Enrollment, Enrollment>(
                    new Table<>(
                            Enrollment.TABLE,
                            Enrollment.class,
                            Keys.pair(
                                    "",
                                    new KeyAttribute<>("schoolClass", Enrollment::schoolClass),
                                    new KeyAttribute<>("student", Enrollment::student))),
                    Reading.parts(CLASSES, ClassRecord.class, ClassRecord::enrollments),
                    (dto, references) -> Stream.of(new Enrollment(
                            dto,
                            references.parent(SchoolClass.class, NaturalKey.of(dto.classId())),
                            references.parent(Student.class, NaturalKey.of(dto.studentId())))))
            .withParents(List.of(
                    Keys.parent("", SchoolClass.class, ClassRecord.Enrollment::classId),
                    Keys.parent("", Student.class, ClassRecord.Enrollment::studentId)));

    private Register() {}

    static List<Step> steps() {
        return List.of(DEFAULT_USER, STUDENT, CLASS, ENROLLMENT);
    }
}

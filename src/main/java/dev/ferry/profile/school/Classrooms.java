package dev.ferry.profile.school;

import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.Contribution;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.References;
import dev.ferry.profile.Remark;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.school.dto.ClassRecord;
import dev.ferry.profile.school.dto.SchoolRecord;
import dev.ferry.profile.school.dto.StreamRecord;
import dev.ferry.profile.school.dto.StudentRecord;
import dev.ferry.profile.school.dto.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The academic year, the classes and the streams of each school.
 *
 * <p>A class is known by its school and its V1 identifier, whether V1 has a row of it or only students that name it: so a
 * student always finds a class of the own school.
 */
final class Classrooms {
    private static final String NO_CLASS = "Default";

    private static final Remark MIGRATED_CLASS = new Remark(
            "classId",
            "migrated-class",
            "names no class of the school's: one is made that is called Migrated Class - …");

    private static final EntityStep<SchoolRecord, AcademicYear> ACADEMIC_YEAR = new EntityStep<
                    SchoolRecord, AcademicYear>(
                    Tables.ofSource("academic_years", AcademicYear.class, AcademicYear::sourceId)
                            .withUnique(List.of(Tables.unique(
                                    "",
                                    Tables.attribute("school", AcademicYear::school),
                                    Tables.attribute("name", AcademicYear::name))))
                            .withFilledByDatabase(Set.of("name")),
                    Sections.SCHOOLS,
                    (dto, references) ->
                            Stream.of(new AcademicYear(dto, references.parent(School.class, NaturalKey.of(dto.id())))))
            .withParents(List.of(Tables.parent("", School.class, SchoolRecord::id)));

    private static final AggregateStep<SchoolClass> SCHOOL_CLASS = new AggregateStep<>(
            new Table<>(
                            "school_classes",
                            SchoolClass.class,
                            Tables.unique(
                                    "id",
                                    Tables.attribute("sourceSchool", SchoolClass::sourceSchool),
                                    Tables.attribute("sourceId", SchoolClass::sourceId)))
                    .foundByIdentityMap()
                    .withUnique(List.of(Tables.unique(
                            "name",
                            Tables.attribute("school", SchoolClass::school),
                            Tables.attribute("academicYear", SchoolClass::academicYear),
                            Tables.attribute("name", SchoolClass::name)))),
            List.of(
                    new Contribution<ClassRecord, SchoolClass>(
                            Sections.CLASSES,
                            List.of(
                                    Tables.parent("schoolId", School.class, ClassRecord::schoolId),
                                    Tables.<ClassRecord>parent("", AcademicYear.class, ClassRecord::schoolId)
                                            .ifThere(),
                                    teacher("teacherId", ClassRecord::teacherId)),
                            Classrooms::ofSource),
                    new Contribution<StudentRecord, SchoolClass>(
                                    Sections.STUDENTS,
                                    List.of(
                                            Tables.parent("", School.class, StudentRecord::schoolId),
                                            Tables.parent("", AcademicYear.class, StudentRecord::schoolId)),
                                    Classrooms::ofStudent)
                            .toldWhereNew(MIGRATED_CLASS)),
            (first, later) -> first);

    private static final EntityStep<StreamRecord, ClassStream> STREAM = new EntityStep<StreamRecord, ClassStream>(
                    Tables.ofSource("streams", ClassStream.class, ClassStream::sourceId),
                    Sections.STREAMS,
                    Classrooms::stream)
            .withParents(List.of(
                    Tables.parent("schoolId", School.class, StreamRecord::schoolId),
                    schoolClass("schoolClassesId", StreamRecord::schoolId, StreamRecord::schoolClassesId),
                    teacher("classTeacherId", StreamRecord::classTeacherId)));

    private Classrooms() {}

    /** The identifier of a student's class: that of all who have none is the same. */
    static String classId(@Nullable String given) {
        return Text.of(given).isPresent() ? String.valueOf(given) : NO_CLASS;
    }

    /** A class of a school. */
    static <D extends Record> Parent<D> schoolClass(
            String field, Function<D, @Nullable String> schoolId, Function<D, @Nullable String> classId) {
        return Parent.one(
                field,
                SchoolClass.class,
                dto -> Text.of(classId.apply(dto)).isEmpty()
                        ? Optional.empty()
                        : NaturalKey.optional(schoolId.apply(dto), classId.apply(dto)));
    }

    private static <D extends Record> Parent<D> teacher(String field, Function<D, @Nullable String> id) {
        return Tables.parent(field, Teacher.class, id).leftOutIfMissing();
    }

    private static @Nullable Teacher teacher(@Nullable String id, References references) {
        return Tables.key(id)
                .flatMap(key -> references.find(Teacher.class, key))
                .orElse(null);
    }

    private static Stream<SchoolClass> ofSource(ClassRecord dto, References references) {
        NaturalKey school = NaturalKey.of(dto.schoolId());
        // A missing school is told of; that its year is missing too would be no news.
        return references
                .find(AcademicYear.class, school)
                .map(year -> new SchoolClass(
                        dto, references.parent(School.class, school), year, teacher(dto.teacherId(), references)))
                .stream();
    }

    private static Stream<SchoolClass> ofStudent(StudentRecord dto, References references) {
        NaturalKey school = NaturalKey.of(dto.schoolId());
        return Stream.of(SchoolClass.migrated(
                dto.schoolId(),
                classId(dto.classId()),
                references.parent(School.class, school),
                references.parent(AcademicYear.class, school)));
    }

    private static Stream<ClassStream> stream(StreamRecord dto, References references) {
        Optional<SchoolClass> schoolClass = Text.of(dto.schoolClassesId())
                .flatMap(any -> NaturalKey.optional(dto.schoolId(), dto.schoolClassesId()))
                .flatMap(key -> references.find(SchoolClass.class, key));
        return Stream.of(new ClassStream(
                dto,
                references.parent(School.class, NaturalKey.of(dto.schoolId())),
                schoolClass.orElse(null),
                teacher(dto.classTeacherId(), references)));
    }

    static List<Step> steps() {
        return List.of(ACADEMIC_YEAR, SCHOOL_CLASS, STREAM);
    }
}

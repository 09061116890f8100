package dev.ferry.profile.school;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.profile.References;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is taught in Kenyan schools, in which years and subjects. */
final class Teaching {
    private static final Table<Curriculum> CURRICULUM_TABLE =
            Tables.byColumns("curriculums", Curriculum.class, Tables.attribute("code", Curriculum::code));
    private static final Table<ClassLevel> LEVEL_TABLE =
            Tables.byColumns("class_levels", ClassLevel.class, Tables.attribute("code", ClassLevel::code));
    private static final Table<SubjectCategory> CATEGORY_TABLE = Tables.byColumns(
            "subject_categories", SubjectCategory.class, Tables.attribute("name", SubjectCategory::name));
    private static final Table<Subject> SUBJECT_TABLE = Tables.byColumns(
            "subjects",
            Subject.class,
            Tables.attribute("curriculum", Subject::curriculum),
            Tables.attribute("name", Subject::name));
    private static final Table<ClassYear> YEAR_TABLE = Tables.byColumns(
            "classes",
            ClassYear.class,
            Tables.attribute("curriculum", ClassYear::curriculum),
            Tables.attribute("name", ClassYear::name));

    private Teaching() {}

    static List<Step> steps() {
        List<Syllabus> all = Syllabus.all();
        Set<NaturalKey> curriculums = new HashSet<>(Tables.keys(all.stream().map(Syllabus::code)));
        Stream<String> categories = all.stream().flatMap(syllabus -> syllabus.subjects().keySet().stream());
        List<NaturalKey> categoryKeys = Tables.keys(categories);
        return List.of(
                new ReferenceStep<>(
                        CURRICULUM_TABLE,
                        Map.of(GradeSystem.class, new HashSet<>(Marks.keys())),
                        Teaching::curriculums),
                new ReferenceStep<>(LEVEL_TABLE, ClassLevels.rows()),
                new ReferenceStep<>(
                        CATEGORY_TABLE,
                        categoryKeys.stream()
                                .map(key -> new SubjectCategory(key.toString()))
                                .toList()),
                new ReferenceStep<>(
                        SUBJECT_TABLE,
                        Map.of(Curriculum.class, curriculums, SubjectCategory.class, new HashSet<>(categoryKeys)),
                        Teaching::subjects),
                new ReferenceStep<>(
                        YEAR_TABLE,
                        Map.of(
                                Curriculum.class,
                                curriculums,
                                ClassLevel.class,
                                new HashSet<>(
                                        Tables.keys(ClassLevels.rows().stream().map(ClassLevel::code)))),
                        Teaching::years));
    }

    private static List<Curriculum> curriculums(References references) {
        return Syllabus.all().stream()
                .map(syllabus -> new Curriculum(
                        syllabus.code(),
                        syllabus.name(),
                        references.parent(GradeSystem.class, NaturalKey.of(syllabus.marks()))))
                .toList();
    }

    private static List<Subject> subjects(References references) {
        List<Subject> subjects = new ArrayList<>();
        for (Syllabus syllabus : Syllabus.all()) {
            Curriculum curriculum = references.parent(Curriculum.class, NaturalKey.of(syllabus.code()));
            syllabus.subjects().forEach((category, names) -> {
                SubjectCategory parent = references.parent(SubjectCategory.class, NaturalKey.of(category));
                names.forEach(name -> subjects.add(new Subject(curriculum, name, parent)));
            });
        }
        return subjects;
    }

    private static List<ClassYear> years(References references) {
        List<ClassYear> years = new ArrayList<>();
        for (Syllabus syllabus : Syllabus.all()) {
            Curriculum curriculum = references.parent(Curriculum.class, NaturalKey.of(syllabus.code()));
            for (Syllabus.Year year : syllabus.years()) {
                NaturalKey level = NaturalKey.of(ClassLevels.code(year.level()).orElseThrow());
                years.add(new ClassYear(
                        curriculum,
                        year.name(),
                        references.parent(ClassLevel.class, level),
                        syllabus.years().indexOf(year) + 1));
            }
        }
        return years;
    }
}

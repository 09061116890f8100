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
import org.jspecify.annotations.Nullable;

/**
 * The scales of marks in Kenyan schools. Percentages stand only where the examiner has published them for all subjects: those of
 * KCSE and IGCSE are set anew for each subject and year.
 */
final class Marks {
    static final String CBC = "CBC";
    static final String KCSE = "KCSE";
    static final String IGCSE = "IGCSE";

    private static final Table<GradeSystem> SYSTEM_TABLE =
            Tables.byColumns("grade_systems", GradeSystem.class, Tables.attribute("code", GradeSystem::code));
    private static final Table<Grade> GRADE_TABLE = Tables.byColumns(
            "grades",
            Grade.class,
            Tables.attribute("gradeSystem", Grade::gradeSystem),
            Tables.attribute("label", Grade::label));

    /** A mark; points and percentages null where the scale has none. */
    private record Mark(
            String label,
            String description,
            @Nullable Integer points,
            @Nullable Integer minPercent,
            @Nullable Integer maxPercent) {
        Mark(String label, String description, int points) {
            this(label, description, points, null, null);
        }

        Mark(String label, String description) {
            this(label, description, null, null, null);
        }
    }

    /** A scale, from its best mark to its worst. */
    private record Scale(String code, String name, List<Mark> marks) {}

    private static final List<Scale> SCALES = List.of(
            new Scale(
                    CBC,
                    "Competency-based curriculum, eight levels of performance",
                    List.of(
                            new Mark("EE1", "Exceeding expectations, upper", 8, 90, 100),
                            new Mark("EE2", "Exceeding expectations, lower", 7, 75, 89),
                            new Mark("ME1", "Meeting expectations, upper", 6, 58, 74),
                            new Mark("ME2", "Meeting expectations, lower", 5, 41, 57),
                            new Mark("AE1", "Approaching expectations, upper", 4, 31, 40),
                            new Mark("AE2", "Approaching expectations, lower", 3, 21, 30),
                            new Mark("BE1", "Below expectations, upper", 2, 11, 20),
                            new Mark("BE2", "Below expectations, lower", 1, 0, 10))),
            new Scale(
                    KCSE,
                    "Kenya Certificate of Secondary Education",
                    List.of(
                            new Mark("A", "Plain A", 12),
                            new Mark("A-", "A minus", 11),
                            new Mark("B+", "B plus", 10),
                            new Mark("B", "Plain B", 9),
                            new Mark("B-", "B minus", 8),
                            new Mark("C+", "C plus", 7),
                            new Mark("C", "Plain C", 6),
                            new Mark("C-", "C minus", 5),
                            new Mark("D+", "D plus", 4),
                            new Mark("D", "Plain D", 3),
                            new Mark("D-", "D minus", 2),
                            new Mark("E", "E", 1))),
            new Scale(
                    IGCSE,
                    "International General Certificate of Secondary Education",
                    List.of(
                            new Mark("A*", "A star"),
                            new Mark("A", "A"),
                            new Mark("B", "B"),
                            new Mark("C", "C"),
                            new Mark("D", "D"),
                            new Mark("E", "E"),
                            new Mark("F", "F"),
                            new Mark("G", "G"),
                            new Mark("U", "Ungraded"))));

    private Marks() {}

    /** The scales' natural keys. */
    static List<NaturalKey> keys() {
        return Tables.keys(SCALES.stream().map(Scale::code));
    }

    static List<Step> steps() {
        return List.of(
                new ReferenceStep<>(
                        SYSTEM_TABLE,
                        SCALES.stream()
                                .map(scale -> new GradeSystem(scale.code(), scale.name()))
                                .toList()),
                new ReferenceStep<>(GRADE_TABLE, Map.of(GradeSystem.class, new HashSet<>(keys())), Marks::grades));
    }

    private static List<Grade> grades(References references) {
        List<Grade> grades = new ArrayList<>();
        for (Scale scale : SCALES) {
            GradeSystem system = references.parent(GradeSystem.class, NaturalKey.of(scale.code()));
            for (Mark mark : scale.marks()) {
                grades.add(new Grade(
                        system,
                        mark.label(),
                        mark.description(),
                        mark.points(),
                        mark.minPercent(),
                        mark.maxPercent(),
                        scale.marks().indexOf(mark) + 1));
            }
        }
        return grades;
    }
}

package dev.ferry.profile.school;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A curriculum with its years, from the first, and its subjects by category.
 *
 * @param marks the scale that it is marked with
 */
record Syllabus(String code, String name, String marks, List<Year> years, Map<String, List<String>> subjects) {
    private static final String NURSERY = "Nursery";
    private static final String PRE_PRIMARY = "Pre Primary";
    private static final String PRIMARY = "Primary";
    private static final String JUNIOR = "Junior Secondary";
    private static final String SENIOR = "Senior Secondary";

    private static final String LANGUAGES = "Languages";
    private static final String MATHEMATICS = "Mathematics";
    private static final String SCIENCES = "Sciences";
    private static final String HUMANITIES = "Humanities";
    private static final String RELIGION = "Religious Education";
    private static final String TECHNICAL = "Technical and Applied Subjects";
    private static final String ARTS = "Creative Arts and Sports";

    /**
     * A year.
     *
     * @param level the name of its class level
     */
    record Year(String name, String level) {}

    /** Those that Kenyan schools follow: CBC since 2017, 8-4-4 until it runs out, and IGCSE. */
    static List<Syllabus> all() {
        return List.of(competencyBased(), eightFourFour(), international());
    }

    private static Syllabus competencyBased() {
        List<Year> years = new ArrayList<>();
        years.add(new Year("Playgroup", NURSERY));
        years.addAll(years("PP", 1, 2, PRE_PRIMARY));
        years.addAll(years("Grade ", 1, 6, PRIMARY));
        years.addAll(years("Grade ", 7, 9, JUNIOR));
        years.addAll(years("Grade ", 10, 12, SENIOR));
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        subjects.put(LANGUAGES, List.of("English", "Kiswahili", "Kenyan Sign Language", "Indigenous Languages"));
        subjects.put(MATHEMATICS, List.of("Mathematics"));
        subjects.put(SCIENCES, List.of("Science and Technology", "Integrated Science", "Environmental Activities"));
        subjects.put(HUMANITIES, List.of("Social Studies"));
        subjects.put(RELIGION, religions());
        subjects.put(TECHNICAL, List.of("Agriculture and Nutrition", "Pre-Technical Studies"));
        subjects.put(ARTS, List.of("Creative Arts and Sports"));
        return new Syllabus("CBC", "Competency Based Curriculum", Marks.CBC, years, subjects);
    }

    private static Syllabus eightFourFour() {
        List<Year> years = new ArrayList<>(years("Standard ", 1, 8, PRIMARY));
        years.addAll(years("Form ", 1, 4, SENIOR));
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        subjects.put(LANGUAGES, List.of("English", "Kiswahili", "French", "German", "Arabic"));
        subjects.put(MATHEMATICS, List.of("Mathematics"));
        subjects.put(SCIENCES, List.of("Biology", "Chemistry", "Physics"));
        subjects.put(HUMANITIES, List.of("History and Government", "Geography"));
        subjects.put(RELIGION, religions());
        subjects.put(TECHNICAL, List.of("Agriculture", "Business Studies", "Computer Studies", "Home Science"));
        subjects.put(ARTS, List.of("Art and Design", "Music"));
        return new Syllabus("8-4-4", "8-4-4 System of Education", Marks.KCSE, years, subjects);
    }

    private static Syllabus international() {
        List<Year> years = new ArrayList<>(years("Year ", 1, 6, PRIMARY));
        years.addAll(years("Year ", 7, 9, JUNIOR));
        years.addAll(years("Year ", 10, 11, SENIOR));
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        subjects.put(LANGUAGES, List.of("First Language English", "English as a Second Language", "French", "Swahili"));
        subjects.put(MATHEMATICS, List.of("Mathematics", "Additional Mathematics"));
        subjects.put(SCIENCES, List.of("Biology", "Chemistry", "Physics", "Co-ordinated Sciences"));
        subjects.put(HUMANITIES, List.of("History", "Geography", "Economics"));
        subjects.put(RELIGION, List.of("Religious Studies"));
        subjects.put(TECHNICAL, List.of("Business Studies", "Computer Science", "Accounting"));
        subjects.put(ARTS, List.of("Art and Design", "Music", "Physical Education"));
        return new Syllabus("IGCSE", "International GCSE", Marks.IGCSE, years, subjects);
    }

    private static List<String> religions() {
        return List.of("Christian Religious Education", "Islamic Religious Education", "Hindu Religious Education");
    }

    private static List<Year> years(String prefix, int first, int last, String level) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(year -> new Year(prefix + year, level))
                .toList();
    }
}

package dev.ferry.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files that hold one section each: which section that is, by their names, and how they are read. */
final class SectionFile {
    static final String JSON = ".json";
    static final String CSV = ".csv";
    static final String LINES = ".jsonl";

    private static final Set<String> EXTENSIONS = Set.of(JSON, CSV, LINES);

    private SectionFile() {}

    /** Whether a file of this name may hold one section. */
    static boolean mayBe(String fileName) {
        return EXTENSIONS.contains(extension(fileName));
    }

    /**
     * The sections that have the name of a file: one, twins of different shapes, or none. Whether letters are small or large
     * tells sections apart only where they have no other difference.
     */
    static List<Section> named(List<Section> sections, String fileName) {
        String stem = stem(fileName);
        List<Section> exactly = Contents.named(sections, stem);
        return exactly.isEmpty()
                ? sections.stream()
                        .filter(section -> section.names().stream().anyMatch(stem::equalsIgnoreCase))
                        .toList()
                : exactly;
    }

    /** The section that a file is: the one that has its name, or the twin that has its shape. */
    static FileSection open(JsonFile file, List<Section> named, Limits limits) {
        return switch (extension(file.fileName())) {
            case CSV -> CsvFormat.section(file, named, limits);
            case LINES -> LinesFormat.section(file, named, limits);
            default -> SourceFile.whole(file, named, limits);
        };
    }

    /** Whether a file has a name, whatever the case of its letters. */
    static boolean isNamed(String fileName, String name) {
        return stem(fileName).equalsIgnoreCase(name);
    }

    private static String stem(String fileName) {
        return fileName.substring(0, fileName.length() - extension(fileName).length());
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(dot).toLowerCase(Locale.ROOT) : "";
    }
}

package dev.ferry.source;

import dev.ferry.failure.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A file that is given alone. */
final class SourceFile {
    private static final Set<String> MODULES = Set.of(".ts", ".mts", ".js", ".mjs");

    private final String location;
    private final JsonFile file;
    private final List<Section> sections;

    /**
     * @param location the source as the user named it
     * @param file the file, which may stand in a folder that the user named
     */
    SourceFile(String location, JsonFile file, List<Section> sections) {
        this.location = location;
        this.file = file;
        this.sections = sections;
    }

    /** Whether a file of this name may hold several sections. */
    static boolean mayBeDocument(String fileName) {
        return fileName.endsWith(SectionFile.JSON) || isModule(fileName);
    }

    private static boolean isModule(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 && MODULES.contains(fileName.substring(dot));
    }

    Source open(Limits limits) {
        String fileName = file.fileName();
        if (fileName.endsWith(SectionFile.LINES)) {
            return new RejectsSource(location, file, sections, limits);
        }
        if (fileName.toLowerCase(Locale.ROOT).endsWith(SectionFile.CSV)) {
            return new FileSource(location, List.of(file), List.of(table(limits)), List.of());
        }
        List<Section> named = Contents.named(sections, stem(fileName));
        if (isModule(fileName)) {
            return new TypeScriptModule(file, sections, named, limits).open(location);
        }
        if (isDocument(limits)) {
            return new JsonDocument(file, sections, limits).open(location);
        }
        return new FileSource(location, List.of(file), List.of(whole(file, named, limits)), List.of());
    }

    /** The section that a CSV file alone is. */
    private FileSection table(Limits limits) {
        List<Section> named = SectionFile.named(sections, file.fileName());
        if (named.isEmpty()) {
            throw new UsageException(
                    location + " is named as no section",
                    "name it after its section, one of "
                            + sections.stream()
                                    .map(Section::name)
                                    .distinct()
                                    .map(name -> name + SectionFile.CSV)
                                    .collect(Collectors.joining(", ")));
        }
        return CsvFormat.section(file, named, limits);
    }

    /** Whether its sections are members of it, even where it is named as a list itself: {@code apps.json} with a member apps. */
    boolean isDocument(Limits limits) {
        List<Section> named = Contents.named(sections, stem(file.fileName()));
        if (named.isEmpty() || isModule(file.fileName())) {
            return true;
        }
        if (named.stream().anyMatch(section -> section.shape() != Section.Shape.LIST)) {
            return false;
        }
        try (JsonWindow window = new JsonWindow(file, Encoding.start(file), limits.recordBytes())) {
            return Notation.JSON
                            .scanner(window, new Trouble(file, window), 0, limits)
                            .peek()
                    == '{';
        }
    }

    /** The section that a JSON file is: the one that has its name, or the twin that has its shape. */
    static JsonSection whole(JsonFile file, List<Section> named, Limits limits) {
        if (named.size() == 1) {
            return JsonSection.wholeFile(file, named.get(0), limits);
        }
        try (JsonWindow window = new JsonWindow(file, Encoding.start(file), limits.recordBytes())) {
            Trouble trouble = new Trouble(file, window);
            int first = Notation.JSON.scanner(window, trouble, 0, limits).peek();
            if (first == JsonScalars.END) {
                throw trouble.empty();
            }
            return JsonSection.wholeFile(file, trouble.fitting(named, "", first), limits);
        }
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}

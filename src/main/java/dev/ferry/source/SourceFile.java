package dev.ferry.source;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file that is given alone. */
final class SourceFile {
    static final String JSON = ".json";

    private static final String REJECTS = ".jsonl";
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
        return fileName.endsWith(JSON) || isModule(fileName);
    }

    private static boolean isModule(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 && MODULES.contains(fileName.substring(dot));
    }

    Source open(Limits limits) {
        String fileName = file.fileName();
        if (fileName.endsWith(REJECTS)) {
            return new RejectsSource(location, file, sections, limits);
        }
        List<Section> named = Contents.named(sections, stem(fileName));
        if (isModule(fileName)) {
            return new TypeScriptModule(file, sections, named, limits).open(location);
        }
        if (isDocument(limits)) {
            return new JsonDocument(file, sections, limits).open(location);
        }
        JsonSection whole = whole(file, named, limits);
        return new FileSource(location, List.of(file), Map.of(whole.section().key(), whole), List.of());
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

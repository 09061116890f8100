package dev.ferry.source;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Opens sources. */
public final class Sources {
    private static final String SUFFIX = ".json";
    private static final String REJECTS_SUFFIX = ".jsonl";

    private Sources() {}

    /**
     * Opens a folder with a file {@code <section>.json} for each section, one such file alone (then the other sections are
     * empty), a file with an object whose members are the sections, or the JSON Lines ({@code .jsonl}) that a run wrote of
     * what it rejected.
     *
     * <p>A record may be no longer than an eighth of the heap, even where the limits allow more.
     *
     * @param location a path
     * @throws UsageException where there is no such file or it cannot be read
     * @throws BindingException where a file with several sections is broken; other files are checked as they are read
     */
    public static Source open(String location, List<Section> sections, Limits limits) {
        if (location.isBlank()) {
            throw new UsageException("the source must be a file or folder, was '" + location + "'", null);
        }
        Limits fitting = limits.withinHeap();
        Path path = path(location);
        if (Files.isDirectory(path)) {
            return folder(location, path, sections, fitting);
        }
        JsonFile file = new JsonFile(path, location);
        if (file.fileName().endsWith(REJECTS_SUFFIX)) {
            return new RejectsSource(location, file, sections, fitting);
        }
        for (Section section : sections) {
            if (section.name().equals(stem(file.fileName()))) {
                JsonSection whole = JsonSection.wholeFile(file, section, fitting);
                return new JsonSource(location, List.of(file), Map.of(section.name(), whole), List.of());
            }
        }
        JsonDocument document = new JsonDocument(file, sections, fitting);
        return new JsonSource(location, List.of(file), document.sections(), document.notices());
    }

    /**
     * Whether a file is one that the source at a location is read from, so that nothing must be written to it.
     *
     * @param location as {@link #open} takes it
     */
    public static boolean reads(String location, List<Section> sections, Path file) {
        Path path = path(location);
        List<Path> files = Files.isDirectory(path)
                ? sections.stream()
                        .map(section -> path.resolve(section.name() + SUFFIX))
                        .toList()
                : List.of(path);
        return files.stream().anyMatch(read -> isSame(read, file));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UsageException(other + " cannot be looked at: " + e.getMessage(), null);
        }
    }

    private static Source folder(String location, Path folder, List<Section> sections, Limits limits) {
        Set<String> present = jsonFiles(location, folder);
        List<String> expected = sections.stream().map(s -> s.name() + SUFFIX).toList();
        List<String> missing =
                expected.stream().filter(f -> !present.contains(f)).toList();
        if (!missing.isEmpty()) {
            throw new UsageException(
                    "folder " + location + " has no " + String.join(", ", missing) + "; a folder needs "
                            + String.join(", ", expected),
                    expected.stream()
                            .filter(present::contains)
                            .findFirst()
                            .map(one -> "a single file can be given alone: " + folder.resolve(one))
                            .orElse(null));
        }
        Map<String, JsonFile> files = new TreeMap<>();
        Map<String, JsonSection> found = new LinkedHashMap<>();
        for (Section section : sections) {
            Path path = folder.resolve(section.name() + SUFFIX);
            JsonFile file = new JsonFile(path, path.toString());
            files.put(file.fileName(), file);
            found.put(section.name(), JsonSection.wholeFile(file, section, limits));
        }
        List<String> notices = present.stream()
                .filter(f -> !files.containsKey(f))
                .sorted()
                .map(f -> folder.resolve(f) + " is not read: no section has its name")
                .toList();
        return new JsonSource(location, new ArrayList<>(files.values()), found, notices);
    }

    private static Set<String> jsonFiles(String location, Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            List<String> names = new ArrayList<>();
            files.forEach(f -> names.add(String.valueOf(f.getFileName())));
            return names.stream().collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UsageException("folder " + location + " cannot be read: " + e.getMessage(), null);
        }
    }

    private static Path path(String location) {
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw new UsageException("source " + Excerpt.of(location) + " is no path: " + e.getReason(), null);
        }
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}

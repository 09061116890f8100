package dev.ferry.source;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A folder with a file for each section, or with one document; its own folders are not looked into. */
final class SourceFolder {
    private final String location;
    private final Path folder;
    private final List<Section> sections;

    /** The sections by name: one, or twins in one file. */
    private final Map<String, List<Section>> twins = new LinkedHashMap<>();

    private final NavigableSet<String> present;

    /** @param location the folder as the user named it */
    SourceFolder(String location, Path folder, List<Section> sections) {
        this.location = location;
        this.folder = folder;
        this.sections = sections;
        sections.forEach(section ->
                twins.computeIfAbsent(section.name(), name -> new ArrayList<>()).add(section));
        this.present = documents();
    }

    Source open(Limits limits) {
        boolean noSection = sections.stream().allMatch(section -> files(section).isEmpty());
        if (present.size() == 1) {
            SourceFile only = new SourceFile(location, file(present.first()), sections);
            if (only.isDocument(limits)) {
                return only.open(limits);
            }
        }
        if (noSection && present.size() > 1) {
            throw new UsageException(
                    "folder " + location + " has several documents and no file that is named as a section: "
                            + String.join(", ", present),
                    "give one of them alone: " + folder.resolve(present.first()));
        }
        requireAll();
        return separate(limits);
    }

    /** Every file that {@link #open} may read. */
    List<Path> files() {
        List<String> named = sections.stream()
                .flatMap(section -> files(section).stream())
                .distinct()
                .toList();
        return (named.isEmpty() ? List.copyOf(present) : named)
                .stream().map(folder::resolve).toList();
    }

    private void requireAll() {
        List<String> expected =
                twins.keySet().stream().map(name -> name + SourceFile.JSON).toList();
        List<String> missing = twins.entrySet().stream()
                .filter(twin -> twin.getValue().stream()
                        .allMatch(section -> files(section).isEmpty()))
                .map(twin -> twin.getKey() + SourceFile.JSON)
                .toList();
        if (!missing.isEmpty()) {
            throw new UsageException(
                    "folder " + location + " has no " + String.join(", ", missing) + "; a folder needs "
                            + String.join(", ", expected),
                    files().stream()
                            .findFirst()
                            .map(one -> "a single file can be given alone: " + one)
                            .orElse(null));
        }
    }

    private Source separate(Limits limits) {
        Map<String, JsonFile> read = new TreeMap<>();
        Map<Section.Key, JsonSection> found = new LinkedHashMap<>();
        for (List<Section> named : twins.values()) {
            JsonFile file = only(named);
            read.put(file.fileName(), file);
            JsonSection whole = SourceFile.whole(file, named, limits);
            found.put(whole.section().key(), whole);
        }
        List<String> notices = present.stream()
                .filter(name -> name.endsWith(SourceFile.JSON) && !read.containsKey(name))
                .map(name -> folder.resolve(name) + " is not read: no section has its name")
                .toList();
        return new FileSource(location, new ArrayList<>(read.values()), found, notices);
    }

    private JsonFile only(List<Section> named) {
        List<String> files = named.stream()
                .flatMap(section -> files(section).stream())
                .distinct()
                .toList();
        if (files.size() > 1) {
            throw new UsageException(
                    "folder " + location + " has several files for section "
                            + named.get(0).name() + ": " + String.join(", ", files),
                    "leave one of them there");
        }
        return file(files.get(0));
    }

    private JsonFile file(String name) {
        Path path = folder.resolve(name);
        return new JsonFile(path, path.toString());
    }

    /** The files that are there for a section, under any of its names. */
    private List<String> files(Section section) {
        return section.names().stream()
                .map(name -> name + SourceFile.JSON)
                .filter(present::contains)
                .distinct()
                .toList();
    }

    private NavigableSet<String> documents() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            NavigableSet<String> names = new TreeSet<>();
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (SourceFile.mayBeDocument(name) && !Files.isDirectory(file)) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException e) {
            throw new UsageException("folder " + location + " cannot be read: " + e.getMessage(), null);
        }
    }
}

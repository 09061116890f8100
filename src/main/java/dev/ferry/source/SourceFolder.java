package dev.ferry.source;

import dev.ferry.failure.UsageException;
import dev.ferry.source.Section.Presence;
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
        this.present = dataFiles();
    }

    Source open(Limits limits) {
        List<String> documents =
                present.stream().filter(SourceFile::mayBeDocument).toList();
        boolean rows = sections.stream()
                .flatMap(section -> files(section).stream())
                .anyMatch(file -> !SourceFile.mayBeDocument(file));
        if (documents.size() == 1 && !rows) {
            SourceFile only = new SourceFile(location, file(documents.get(0)), sections);
            if (only.isDocument(limits)) {
                return only.open(limits);
            }
        }
        boolean noSection = sections.stream().allMatch(section -> files(section).isEmpty());
        if (noSection && documents.size() > 1) {
            throw new UsageException(
                    "folder " + location + " has several documents and no file that is named as a section: "
                            + String.join(", ", documents),
                    "give one of them alone: " + folder.resolve(documents.get(0)));
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
        List<String> read = named.isEmpty()
                ? present.stream().filter(SourceFile::mayBeDocument).toList()
                : named;
        return read.stream().map(folder::resolve).toList();
    }

    private void requireAll() {
        List<String> expected = twins.keySet().stream()
                .filter(this::isRequired)
                .map(SourceFolder::asJson)
                .toList();
        List<String> missing = twins.keySet().stream()
                .filter(name -> filesOf(name).isEmpty() && (isRequired(name) || expected.isEmpty()))
                .map(SourceFolder::asJson)
                .toList();
        boolean nothing = expected.isEmpty() && missing.size() == twins.size();
        if (nothing || (!expected.isEmpty() && !missing.isEmpty())) {
            throw new UsageException(
                    "folder " + location + " has no " + String.join(", ", missing) + "; a folder needs "
                            + (nothing ? "one of them" : String.join(", ", expected))
                            + " (or .csv or .jsonl instead of .json)",
                    files().stream()
                            .findFirst()
                            .map(one -> "a single file can be given alone: " + one)
                            .orElse(null));
        }
    }

    private static String asJson(String section) {
        return section + SectionFile.JSON;
    }

    private boolean isRequired(String section) {
        return twins.getOrDefault(section, List.of()).stream().anyMatch(twin -> twin.presence() == Presence.REQUIRED);
    }

    private Source separate(Limits limits) {
        Map<String, JsonFile> read = new TreeMap<>();
        List<FileSection> found = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        twins.forEach((name, named) -> {
            List<String> files = filesOf(name);
            if (files.size() > 1) {
                throw new UsageException(
                        "folder " + location + " has several files for section " + name + ": "
                                + String.join(", ", files),
                        "leave one of them there");
            }
            if (files.isEmpty()) {
                notices.add("section " + name + " is not in the folder; it is taken as empty");
                return;
            }
            JsonFile file = file(files.get(0));
            read.put(file.fileName(), file);
            found.add(SectionFile.open(file, named, limits));
        });
        present.stream()
                .filter(name -> SectionFile.mayBe(name) && !read.containsKey(name))
                .map(name -> folder.resolve(name) + " is not read: no section has its name")
                .forEach(notices::add);
        return new FileSource(location, new ArrayList<>(read.values()), found, notices);
    }

    private JsonFile file(String name) {
        Path path = folder.resolve(name);
        return new JsonFile(path, path.toString());
    }

    /** The files that are there for the sections of a name, under any of their names. */
    private List<String> filesOf(String section) {
        return twins.getOrDefault(section, List.of()).stream()
                .flatMap(twin -> files(twin).stream())
                .distinct()
                .toList();
    }

    /** The files that are there for a section, those under its own name first. */
    private List<String> files(Section section) {
        List<String> files = present.stream()
                .filter(SectionFile::mayBe)
                .filter(file -> SectionFile.named(sections, file).contains(section))
                .toList();
        return section.names().stream()
                .flatMap(name -> files.stream().filter(file -> SectionFile.isNamed(file, name)))
                .distinct()
                .toList();
    }

    private NavigableSet<String> dataFiles() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            NavigableSet<String> names = new TreeSet<>();
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                boolean data = SourceFile.mayBeDocument(name) || SectionFile.mayBe(name);
                if (data && !Files.isDirectory(file)) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException e) {
            throw new UsageException("folder " + location + " cannot be read: " + e.getMessage(), null);
        }
    }
}

package dev.ferry.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sections that a file is searched for, those that were found in it, and what a user should know of the rest. */
final class Contents {
    /** A file given by mistake may have millions of other members. */
    private static final int MAX_NOTICES = 20;

    private final List<Section> expected;
    private final Map<Section.Key, JsonSection> found = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();
    private long unknown;

    Contents(List<Section> expected) {
        this.expected = List.copyOf(expected);
        for (Section.Shape shape : Section.Shape.values()) {
            List<String> roots = expected.stream()
                    .filter(section -> section.root() == Section.Root.SECTION && section.shape() == shape)
                    .map(Section::name)
                    .toList();
            if (roots.size() > 1) {
                throw new IllegalArgumentException(
                        "at most one section of a shape may be the root, were " + String.join(", ", roots));
            }
        }
    }

    /** The names of the sections, for messages. */
    String names() {
        return expected.stream().map(Section::name).distinct().collect(Collectors.joining(", "));
    }

    /** The sections that may have this name: none, one, or twins of different shapes. */
    static List<Section> named(List<Section> sections, String name) {
        return sections.stream()
                .filter(section -> section.names().contains(name))
                .toList();
    }

    /** The sections that may have this name. */
    List<Section> named(String name) {
        return named(expected, name);
    }

    /** The section that the root of a file is, told by the root's first byte. */
    Optional<Section> root(int first) {
        return fitting(
                expected.stream()
                        .filter(section -> section.root() == Section.Root.SECTION)
                        .toList(),
                first);
    }

    /** The one of several sections whose records may stand in a value that begins with this byte. */
    static Optional<Section> fitting(List<Section> sections, int first) {
        Section.Shape container = first == '[' ? Section.Shape.LIST : Section.Shape.KEYED;
        return sections.stream()
                .filter(section -> section.shape() == container && (first == '[' || first == '{'))
                .findFirst()
                .or(() -> sections.stream()
                        .filter(section -> section.shape() == Section.Shape.SINGLE)
                        .findFirst());
    }

    /** Takes note of a section. False where it, or its twin in the same place, is there already. */
    boolean add(JsonSection section) {
        boolean sameMember =
                found.values().stream().anyMatch(other -> other.pointer().equals(section.pointer()));
        return found.put(section.section().key(), section) == null && !sameMember;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** The sections that were found. */
    Map<Section.Key, JsonSection> sections() {
        return found;
    }

    /** Takes note of something that no section has the name of. */
    void unread(String what, String name) {
        unknown++;
        if (unknown <= MAX_NOTICES) {
            unread.add(what + " " + Excerpt.of(name) + " is not read: no section has its name");
        }
    }

    /** How many things were not read. */
    long unread() {
        return unknown;
    }

    /** Forgets what was not read beyond a number of such things. */
    void forgetUnread(long from) {
        unknown = from;
        while (unread.size() > from) {
            unread.remove(unread.size() - 1);
        }
    }

    /** What is no section, and the sections that are not there. */
    List<String> notices() {
        List<String> all = new ArrayList<>(unread);
        if (unknown > unread.size()) {
            all.add((unknown - unread.size()) + " more members are not read either");
        }
        expected.stream()
                .filter(section -> section.presence() == Section.Presence.REQUIRED)
                .map(Section::name)
                .distinct()
                .filter(name ->
                        found.keySet().stream().noneMatch(key -> key.name().equals(name)))
                .forEach(name -> all.add("section " + name + " is not in the file; it is taken as empty"));
        return all;
    }
}

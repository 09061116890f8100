package dev.ferry.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the sections of a file whose root object has them as members, in any order; that checks all of the file. */
final class JsonDocument {
    /** A file given by mistake may have millions of other members. */
    private static final int MAX_NOTICES = 20;

    private final JsonFile file;
    private final Map<String, Section> expected;
    private final Limits limits;
    private final Map<String, JsonSection> found = new LinkedHashMap<>();
    private final List<String> notices = new ArrayList<>();
    private long unknown;

    JsonDocument(JsonFile file, List<Section> sections, Limits limits) {
        this.file = file;
        this.expected =
                sections.stream().collect(Collectors.toMap(Section::name, s -> s, (a, b) -> a, LinkedHashMap::new));
        this.limits = limits;
        try (JsonWindow window = new JsonWindow(file, Encoding.start(file), limits.recordBytes())) {
            read(window);
        }
        file.requireUnchanged();
    }

    private void read(JsonWindow window) {
        Trouble trouble = new Trouble(file, window);
        JsonScanner scanner = new JsonScanner(window, trouble, 0, limits.depth());
        int first = scanner.peek();
        if (first == JsonScalars.END) {
            throw trouble.empty();
        }
        if (first != '{') {
            throw BrokenJson.startsValue(first)
                    ? trouble.syntax("the file must be an object with the members "
                            + String.join(", ", expected.keySet()) + ", found " + BrokenJson.kind(first))
                    : trouble.unexpected("a value");
        }
        Place root = window.here();
        for (boolean more = scanner.enter(); more; more = scanner.another()) {
            member(window, trouble, scanner);
        }
        scanner.end();
        if (found.isEmpty()) {
            throw trouble.noSection(root, expected.keySet());
        }
    }

    private void member(JsonWindow window, Trouble trouble, JsonScanner scanner) {
        scanner.peek();
        Place start = window.hold();
        scanner.name();
        String name = JsonPaths.text(Arrays.copyOfRange(window.bytes, window.heldIndex(), window.next));
        window.release();
        scanner.colon();
        scanner.peek();
        Section section = expected.get(name);
        if (section == null) {
            notice(name);
            scanner.value();
            return;
        }
        JsonSection member = JsonSection.member(file, section, window.here(), limits);
        if (found.put(name, member) != null) {
            throw trouble.secondSection(start, name);
        }
        RecordCursor cursor = new RecordCursor(member, window, trouble, scanner);
        while (cursor.next()) {
            // Each record that is passed is checked, and some are remembered.
        }
        member.endsAt(window.here());
        trouble.within(Trouble.NOWHERE);
    }

    /** The sections that are there, by name. */
    Map<String, JsonSection> sections() {
        return found;
    }

    /** Members that are no section, and sections that are no member. */
    List<String> notices() {
        List<String> all = new ArrayList<>(notices);
        if (unknown > notices.size()) {
            all.add((unknown - notices.size()) + " more members are not read either");
        }
        for (String name : expected.keySet()) {
            if (!found.containsKey(name)) {
                all.add("section " + name + " is not in the file; it is taken as empty");
            }
        }
        return all;
    }

    private void notice(String member) {
        unknown++;
        if (unknown <= MAX_NOTICES) {
            notices.add("member " + Excerpt.of(member) + " is not read: no section has its name");
        }
    }
}

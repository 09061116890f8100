package dev.ferry.source;

import java.util.List;
import java.util.Optional;

/** Finds the sections of a file whose root object has them as members, in any order; that checks all of the file. */
final class JsonDocument {
    private final JsonFile file;
    private final Limits limits;
    private final Contents contents;

    JsonDocument(JsonFile file, List<Section> sections, Limits limits) {
        this.file = file;
        this.limits = limits;
        this.contents = new Contents(sections);
    }

    /** The source that this file alone is. */
    Source open(String name) {
        Place start = Encoding.start(file);
        Optional<Section> whole;
        try (JsonWindow window = new JsonWindow(file, start, limits.recordBytes())) {
            whole = read(window);
        }
        file.requireUnchanged();
        return whole.<Source>map(section -> whole(name, section))
                .orElseGet(() ->
                        new FileSource(name, List.of(file), contents.sections().values(), contents.notices()));
    }

    private Source whole(String name, Section section) {
        JsonSection whole = JsonSection.wholeFile(file, section, limits);
        return new FileSource(name, List.of(file), List.of(whole), List.of());
    }

    /** Reads the members; the section that the root is, where it is one itself. */
    private Optional<Section> read(JsonWindow window) {
        Trouble trouble = new Trouble(file, window);
        RecordScanner scanner = Notation.JSON.scanner(window, trouble, 0, limits);
        int first = scanner.peek();
        if (first == JsonScalars.END) {
            throw trouble.empty();
        }
        Optional<Section> root = contents.root(first);
        if (first != '{') {
            if (root.isPresent()) {
                return root;
            }
            throw BrokenJson.startsValue(first)
                    ? trouble.syntax("the file must be an object with the members " + contents.names() + ", found "
                            + BrokenJson.kind(first))
                    : trouble.unexpected("a value");
        }
        Place start = window.here();
        for (boolean more = scanner.enter(); more; more = scanner.another()) {
            member(window, trouble, scanner);
        }
        scanner.end();
        if (!contents.isEmpty()) {
            return Optional.empty();
        }
        if (root.isEmpty()) {
            throw trouble.noSection(start, contents.names());
        }
        return root;
    }

    private void member(JsonWindow window, Trouble trouble, RecordScanner scanner) {
        scanner.peek();
        Place start = scanner.hold();
        String name = scanner.name();
        scanner.release();
        List<Section> named = contents.named(name);
        if (named.isEmpty()) {
            contents.unread("member", name);
            scanner.value();
            return;
        }
        String pointer = JsonPointer.of(List.of(name));
        Section section = trouble.fitting(named, pointer, scanner.peek());
        JsonSection member = new JsonSection(file, section, window.here(), pointer, 1, Notation.JSON, limits);
        if (!contents.add(member)) {
            throw trouble.secondSection(start, name);
        }
        RecordCursor cursor = new RecordCursor(member, trouble, scanner);
        while (cursor.next()) {
            // Each record that is passed is checked, and some are remembered.
        }
        member.endsAt(window.here());
        trouble.within(Trouble.NOWHERE);
    }
}

package dev.ferry.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON Lines: a record in each line; in a keyed section an object whose one member is the key with the record. */
final class LinesFormat implements RowFormat {
    private final Place firstRow;
    private final JsonSection section;
    private final Limits limits;

    private LinesFormat(JsonFile file, Section section, Limits limits) {
        this.firstRow = Encoding.start(file);
        this.section = JsonSection.wholeFile(file, section, limits);
        this.limits = limits;
    }

    /** The section that a file is: of twins the one that is keyed where the first line has one member that is no identity. */
    static RowSection section(JsonFile file, List<Section> named, Limits limits) {
        if (named.size() == 1) {
            return rows(file, named.get(0), limits);
        }
        Section list = named.stream()
                .filter(twin -> twin.shape() == Section.Shape.LIST)
                .findFirst()
                .orElse(named.get(0));
        RowSection lines = rows(file, list, limits);
        Optional<String> onlyMember;
        try (Stream<RawRecord> records = lines.records()) {
            onlyMember = records.findFirst().flatMap(line -> JsonPaths.onlyMember(line.bytes()));
        }
        return onlyMember.isEmpty() || onlyMember.equals(list.identity())
                ? lines
                : named.stream()
                        .filter(twin -> twin.shape() == Section.Shape.KEYED)
                        .findFirst()
                        .map(keyed -> rows(file, keyed, limits))
                        .orElse(lines);
    }

    private static RowSection rows(JsonFile file, Section section, Limits limits) {
        return new RowSection(file, section, new LinesFormat(file, section, limits), limits);
    }

    @Override
    public Place firstRow() {
        return firstRow;
    }

    @Override
    public RowCursor cursor(RowSection rows, JsonWindow window, long index) {
        return new LinesCursor(rows.file(), section, window, index, limits);
    }

    /** Reads one line after the other. */
    private static final class LinesCursor implements RowCursor, Trouble.Reading {
        private static final String KEYED =
                "a line of a keyed section must be an object whose one member is the record";

        private final JsonSection section;
        private final Section.Shape shape;
        private final JsonWindow window;
        private final Trouble trouble;
        private final JsonScanner scanner;
        private long index;

        LinesCursor(JsonFile file, JsonSection section, JsonWindow window, long index, Limits limits) {
            this.section = section;
            this.shape = section.section().shape();
            this.window = window;
            this.trouble = new Trouble(file, window);
            this.scanner = new JsonScanner(window, trouble, 0, limits.depth());
            this.index = index;
            trouble.within(this);
        }

        @Override
        public Optional<FileRecord> next() {
            if (scanner.peek() == JsonScalars.END) {
                if (shape == Section.Shape.SINGLE && index == 0) {
                    throw trouble.empty();
                }
                return Optional.empty();
            }
            if (shape == Section.Shape.SINGLE && index > 0) {
                throw trouble.syntax("section " + section() + " must have one line, found more");
            }
            FileRecord record = shape == Section.Shape.KEYED ? keyed() : value(window.hold(), null);
            window.release();
            endOfLine();
            index++;
            return Optional.of(record);
        }

        /** Begins at the line's object, where reading can begin again. */
        private FileRecord keyed() {
            if (scanner.peek() != '{') {
                throw trouble.syntax(KEYED);
            }
            Place start = window.hold();
            if (!scanner.enter()) {
                throw trouble.syntax(KEYED);
            }
            scanner.peek();
            int from = window.next - window.heldIndex();
            scanner.name();
            String key = JsonPaths.text(Arrays.copyOfRange(window.bytes, window.heldIndex() + from, window.next));
            scanner.colon();
            FileRecord record = value(start, key);
            if (scanner.another()) {
                throw trouble.syntax(KEYED);
            }
            return record;
        }

        private FileRecord value(Place start, @Nullable String key) {
            scanner.peek();
            int from = window.next - window.heldIndex();
            scanner.value();
            if (window.overfull()) {
                throw trouble.tooLong();
            }
            int held = window.heldIndex();
            Place place = start.after(window.bytes, held, held + from);
            byte[] bytes = Arrays.copyOfRange(window.bytes, held + from, window.next);
            return new JsonRecord(section, index, key, start, bytes, new CountedPlaces(bytes, place));
        }

        private void endOfLine() {
            while (window.ahead(1) && " \t\r".indexOf(window.bytes[window.next]) >= 0) {
                window.next++;
            }
            if (window.ahead(1) && window.bytes[window.next] != '\n') {
                throw trouble.syntax("a line must hold one record and nothing else");
            }
        }

        @Override
        public String section() {
            return section.section().name();
        }

        @Override
        public long index() {
            return index;
        }

        @Override
        public String pointer() {
            return JsonPointer.of(List.of(Long.toString(index)));
        }
    }
}

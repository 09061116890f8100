package dev.ferry.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The names of a CSV file's columns, which are those of its records' members.
 *
 * <p>In a keyed section the column {@code $key} has the records' keys. A column {@code $value} that is the only other one has
 * the records as they are, for those that are no objects.
 *
 * @param delimiter what stands between cells
 * @param names the names, trimmed, in their order
 * @param firstRow where the first row behind the header begins
 */
record CsvHeader(byte delimiter, List<String> names, Place firstRow) {
    CsvHeader {
        names = List.copyOf(names);
    }

    /**
     * Reads the header of a file.
     *
     * @throws BindingException where there is none, or a name is empty or stands twice
     */
    static CsvHeader of(JsonFile file, Limits limits) {
        Place start = Encoding.start(file);
        try (JsonWindow window = new JsonWindow(file, start, limits.recordBytes())) {
            Trouble trouble = new Trouble(file, window);
            byte delimiter = delimiter(window);
            CsvRow row = new CsvScanner(window, trouble, delimiter).row().orElseThrow(trouble::empty);
            return new CsvHeader(delimiter, names(row, trouble), window.here());
        }
    }

    /** The comma; a semicolon or tab where the header has that and no comma, as some spreadsheets write it. */
    private static byte delimiter(JsonWindow window) {
        boolean quoted = false;
        boolean begun = false;
        Set<Byte> seen = new HashSet<>();
        for (int i = 0; i < window.maxHeld() && window.ahead(i + 1); i++) {
            byte c = window.bytes[window.next + i];
            quoted ^= c == '"';
            if (c == '\n' && !quoted && begun) {
                break;
            }
            begun |= c > ' ';
            if (!quoted) {
                seen.add(c);
            }
        }
        byte other = (byte) (seen.contains((byte) ';') ? ';' : '\t');
        return seen.contains((byte) ',') || !seen.contains(other) ? (byte) ',' : other;
    }

    private static List<String> names(CsvRow row, Trouble trouble) {
        List<String> names = IntStream.range(0, row.cells())
                .mapToObj(row::string)
                .map(String::strip)
                .toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                throw trouble.broken(
                        row.place(i), "column " + (i + 1) + " has no name (the first line must name every column)");
            }
            if (!seen.add(name)) {
                throw trouble.broken(row.place(i), "column " + Excerpt.of(name) + " stands twice in the header");
            }
        }
        return names;
    }

    /** The column of this name. */
    Optional<Integer> column(String name) {
        int column = names.indexOf(name);
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    /** The column with the keys of a section's records. */
    Optional<Integer> keys(Section section) {
        return section.shape() == Section.Shape.KEYED ? column(CsvCell.KEY_COLUMN) : Optional.empty();
    }

    /** The column with whole records of a section. */
    Optional<Integer> values(Section section) {
        int others = names.size() - (keys(section).isPresent() ? 1 : 0);
        return others == 1 ? column(CsvCell.VALUE_COLUMN) : Optional.empty();
    }
}

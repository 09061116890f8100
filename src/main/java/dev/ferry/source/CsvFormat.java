package dev.ferry.source;

import java.util.List;
import java.util.Optional;

/** A CSV file: a header, then a record in each row. */
final class CsvFormat implements RowFormat {
    private final CsvHeader header;
    private final Limits limits;

    private CsvFormat(CsvHeader header, Limits limits) {
        this.header = header;
        this.limits = limits;
    }

    /**
     * The section that a file is: of twins the one that is keyed where the header has a column for keys.
     *
     * @throws BindingException where the header is broken
     */
    static RowSection section(JsonFile file, List<Section> named, Limits limits) {
        CsvHeader header = CsvHeader.of(file, limits);
        Section section = named.stream()
                .filter(twin -> header.column(CsvCell.KEY_COLUMN).isPresent() == (twin.shape() == Section.Shape.KEYED))
                .findFirst()
                .orElse(named.get(0));
        RowSection rows = new RowSection(file, section, new CsvFormat(header, limits), limits);
        if (section.shape() == Section.Shape.KEYED && header.keys(section).isEmpty()) {
            throw new BindingException(
                    rows.position(Encoding.start(file), 0, ""),
                    BrokenJson.SYNTAX,
                    "section " + section.name() + " is keyed, so its header needs a column " + CsvCell.KEY_COLUMN,
                    "");
        }
        return rows;
    }

    @Override
    public Place firstRow() {
        return header.firstRow();
    }

    @Override
    public RowCursor cursor(RowSection section, JsonWindow window, long index) {
        return new CsvCursor(section, header, window, index, limits);
    }

    /** Reads one row after the other. */
    private static final class CsvCursor implements RowCursor, Trouble.Reading {
        private final RowSection section;
        private final CsvHeader header;
        private final CsvScanner scanner;
        private final Trouble trouble;
        private final CsvObject object;
        private long index;

        CsvCursor(RowSection section, CsvHeader header, JsonWindow window, long index, Limits limits) {
            this.section = section;
            this.header = header;
            this.trouble = new Trouble(section.file(), window);
            this.scanner = new CsvScanner(window, trouble, header.delimiter());
            this.object = new CsvObject(section.section(), header, trouble, limits);
            this.index = index;
            trouble.within(this);
        }

        @Override
        public Optional<FileRecord> next() {
            Optional<CsvRow> row = scanner.row();
            row.ifPresent(this::check);
            if (single() && row.isEmpty() && index == 0) {
                throw trouble.broken(header.firstRow(), "section " + section() + " must have one row, found none");
            }
            Optional<FileRecord> record = row.map(found -> object.record(section, index, found));
            index += row.isPresent() ? 1 : 0;
            return record;
        }

        private void check(CsvRow row) {
            int expected = header.names().size();
            if (row.cells() != expected) {
                Place place = row.cells() > expected ? row.place(expected) : row.end();
                throw trouble.broken(
                        place,
                        "the row has " + cells(row.cells()) + ", the header " + expected
                                + " (a cell that holds a delimiter or a line break must stand in double quotes)");
            }
            if (single() && index > 0) {
                throw trouble.broken(row.start(), "section " + section() + " must have one row, found more");
            }
        }

        private static String cells(int count) {
            return count + (count == 1 ? " cell" : " cells");
        }

        private boolean single() {
            return section.section().shape() == Section.Shape.SINGLE;
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

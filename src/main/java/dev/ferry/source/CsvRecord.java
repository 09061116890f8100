package dev.ferry.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a CSV file, as JSON. */
final class CsvRecord implements FileRecord {
    /** Stands for a cell that says nothing. */
    static final int NOTHING = -1;

    private final RowSection section;
    private final CsvHeader header;
    private final long index;
    private final @Nullable String key;
    private final CsvRow row;
    private final byte[] json;
    private final int[] starts;

    /** @param starts where the value of each cell begins in the JSON, {@link #NOTHING} where it has none */
    CsvRecord(
            RowSection section,
            CsvHeader header,
            long index,
            @Nullable String key,
            CsvRow row,
            byte[] json,
            int[] starts) {
        this.section = section;
        this.header = header;
        this.index = index;
        this.key = key;
        this.row = row;
        this.json = json;
        this.starts = starts;
    }

    @Override
    public Position position() {
        return section.position(row.start(), index, pointer());
    }

    private String pointer() {
        return JsonPointer.of(List.of(Long.toString(index)));
    }

    @Override
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    @Override
    public String id() {
        return key().or(() -> section.section().identity().flatMap(field -> JsonPaths.scalar(json, field)))
                .map(Excerpt::of)
                .orElse("");
    }

    @Override
    public Optional<String> identity() {
        return key().or(() -> section.section().identity().flatMap(field -> JsonPaths.identity(json, field)));
    }

    @Override
    public Place start() {
        return row.start();
    }

    @Override
    public long index() {
        return index;
    }

    @Override
    public long offset() {
        return section.relative(row.start());
    }

    @Override
    public long end() {
        return offset() + row.length();
    }

    @Override
    public Form form() {
        return Form.TEXT;
    }

    @Override
    public byte[] bytes() {
        return json;
    }

    /** The position of the cell; a value inside it has no other. */
    @Override
    public Position locate(List<String> path) {
        Optional<Integer> values = header.values(section.section());
        if (values.isPresent()) {
            return position(row.place(values.get()), path);
        }
        Optional<Integer> column = path.stream().findFirst().flatMap(header::column);
        return position(column.map(row::place).orElse(row.start()), path);
    }

    @Override
    public Position at(int byteIndex, List<String> path) {
        int cell = NOTHING;
        for (int i = 0; i < starts.length; i++) {
            // A member's name stands in the header; it is taken for the end of the value before it.
            cell = starts[i] != NOTHING && starts[i] <= byteIndex ? i : cell;
        }
        return cell == NOTHING ? locate(path) : position(row.place(cell), path);
    }

    private Position position(Place place, List<String> path) {
        return section.position(place, index, pointer() + JsonPointer.of(path));
    }
}

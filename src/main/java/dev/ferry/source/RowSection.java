package dev.ferry.source;

import dev.ferry.source.Checkpoints.Checkpoint;
import java.util.stream.Stream;

/** A section whose records stand in the rows of a file, each by itself. */
final class RowSection implements FileSection {
    private final JsonFile file;
    private final Section section;
    private final RowFormat format;
    private final Limits limits;
    private final Place start;
    private final Checkpoints checkpoints = new Checkpoints();

    RowSection(JsonFile file, Section section, RowFormat format, Limits limits) {
        this.file = file;
        this.section = section;
        this.format = format;
        this.limits = limits;
        this.start = Encoding.start(file);
    }

    @Override
    public Section section() {
        return section;
    }

    @Override
    public long length() {
        return file.size() - start.offset();
    }

    @Override
    public Stream<RawRecord> records() {
        JsonWindow window = new JsonWindow(file, format.firstRow(), limits.recordBytes());
        return RecordStream.of(new RowIterator(this, format.cursor(this, window, 0)), window::close);
    }

    @Override
    public RawRecord record(long offset) {
        Checkpoint from = checkpoints.before(offset).orElse(new Checkpoint(format.firstRow(), 0));
        try (JsonWindow window = new JsonWindow(file, from.place(), limits.recordBytes())) {
            RowIterator rows = new RowIterator(this, format.cursor(this, window, from.index()));
            while (rows.hasNext()) {
                FileRecord row = rows.next();
                if (row.offset() >= offset) {
                    if (row.offset() == offset) {
                        return row;
                    }
                    break;
                }
            }
        }
        throw new IllegalArgumentException("no record of section " + section.name() + " begins at offset " + offset);
    }

    @Override
    public RecordAccess access() {
        JsonWindow window = new JsonWindow(file, format.firstRow(), limits.recordBytes());
        return new RecordAccess() {
            @Override
            public RawRecord record(Place place, long index, int expected) {
                window.moveTo(place, expected);
                return format.cursor(RowSection.this, window, index).next().orElseThrow();
            }

            @Override
            public void requireUnchanged() {
                file.requireUnchanged();
            }

            @Override
            public void close() {
                window.close();
            }
        };
    }

    /** The offset of a place from the section's beginning. */
    long relative(Place place) {
        return place.offset() - start.offset();
    }

    Position position(Place place, long index, String pointer) {
        return place.position(file.name(), section.name(), index, pointer);
    }

    JsonFile file() {
        return file;
    }

    /** Takes note of a record that was seen. */
    void passed(FileRecord record) {
        checkpoints.passed(record.offset(), record.start(), record.index());
    }

    /** Refuses the file if it changed since it was opened first. */
    void requireUnchanged() {
        file.requireUnchanged();
    }
}

package dev.ferry.source;

import dev.ferry.source.Checkpoints.Checkpoint;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A section and where it begins. */
final class JsonSection implements FileSection {
    private static final long BEFORE_FIRST = -1;

    private final JsonFile file;
    private final Section section;
    private final Place start;
    private final String pointer;
    private final int depth;
    private final Notation notation;
    private final Limits limits;
    private final Checkpoints checkpoints = new Checkpoints();
    private long length;

    /**
     * @param start where the value begins
     * @param pointer the JSON pointer to the value
     * @param depth brackets that are open around it
     */
    JsonSection(
            JsonFile file, Section section, Place start, String pointer, int depth, Notation notation, Limits limits) {
        this.file = file;
        this.section = section;
        this.start = start;
        this.pointer = pointer;
        this.depth = depth;
        this.length = file.size() - start.offset();
        this.notation = notation;
        this.limits = limits;
    }

    /** The section that a whole JSON file is. */
    static JsonSection wholeFile(JsonFile file, Section section, Limits limits) {
        return new JsonSection(file, section, Encoding.start(file), "", 0, Notation.JSON, limits);
    }

    @Override
    public Section section() {
        return section;
    }

    /** Brackets that are open around it. */
    int depth() {
        return depth;
    }

    @Override
    public long length() {
        return length;
    }

    void endsAt(Place end) {
        length = relative(end);
    }

    /** The offset of a place from the section's beginning. */
    long relative(Place place) {
        return place.offset() - start.offset();
    }

    @Override
    public Stream<RawRecord> records() {
        JsonWindow window = new JsonWindow(file, start, limits.recordBytes());
        return RecordStream.of(new RecordIterator(cursor(window, depth)), window::close);
    }

    @Override
    public RawRecord record(long offset) {
        Checkpoint from = checkpoints.before(offset).orElse(new Checkpoint(start, BEFORE_FIRST));
        try (JsonWindow window = new JsonWindow(file, from.place(), limits.recordBytes())) {
            RecordCursor cursor = cursor(window, from);
            while (cursor.next()) {
                long found = relative(cursor.start());
                if (found == offset) {
                    return cursor.record();
                }
                if (found > offset) {
                    break;
                }
            }
        }
        throw new IllegalArgumentException("no record of section " + section.name() + " begins at offset " + offset);
    }

    @Override
    public RecordAccess access() {
        JsonWindow window = new JsonWindow(file, start, limits.recordBytes());
        return new RecordAccess() {
            @Override
            public RawRecord record(Place place, long index, int expected) {
                window.moveTo(place, expected);
                RecordCursor cursor = cursor(window, new Checkpoint(place, index));
                if (!cursor.next()) {
                    throw new IllegalArgumentException("no record begins at offset " + place.offset());
                }
                return cursor.record();
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

    private RecordCursor cursor(JsonWindow window, int open) {
        Trouble trouble = new Trouble(file, window);
        return new RecordCursor(this, trouble, notation.scanner(window, trouble, open, limits));
    }

    private RecordCursor cursor(JsonWindow window, Checkpoint checkpoint) {
        if (section.shape() == Section.Shape.SINGLE || checkpoint.index() == BEFORE_FIRST) {
            return cursor(window, depth);
        }
        // A record stands inside the section's own bracket.
        RecordCursor cursor = cursor(window, depth + 1);
        cursor.resume(checkpoint.index());
        return cursor;
    }

    /** Takes note of a record that was seen. */
    void passed(Place place, long index) {
        checkpoints.passed(relative(place), place, index);
    }

    /** The JSON pointer to the section itself. */
    String pointer() {
        return pointer;
    }

    /** The JSON pointer to a record. */
    String pointer(long index, @Nullable String key) {
        if (section.shape() == Section.Shape.SINGLE) {
            return pointer();
        }
        return pointer() + JsonPointer.of(List.of(key == null ? Long.toString(index) : key));
    }

    /** Refuses the file if it changed since it was opened first. */
    void requireUnchanged() {
        file.requireUnchanged();
    }

    Position position(Place place, long index, String pointer) {
        return place.position(file.name(), section.name(), index, pointer);
    }
}

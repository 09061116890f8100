package dev.ferry.source;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A section and where it begins. Remembers the place of a record every now and then, to find others from there. */
final class JsonSection {
    private static final long CHECKPOINT_DISTANCE = 1 << 16;
    private static final long BEFORE_FIRST = -1;

    private final JsonFile file;
    private final Section section;
    private final Place start;
    private final String pointer;
    private final int depth;
    private final Notation notation;
    private final Limits limits;
    private final NavigableMap<Long, Checkpoint> checkpoints = new TreeMap<>();
    private long length;

    /** A record that reading can begin at. */
    record Checkpoint(Place place, long index) {}

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

    Section section() {
        return section;
    }

    /** Brackets that are open around it. */
    int depth() {
        return depth;
    }

    /** Bytes from its beginning to its end; to the end of the file until its end was seen. */
    long length() {
        return length;
    }

    void endsAt(Place end) {
        length = relative(end);
    }

    /** The offset of a place from the section's beginning. */
    long relative(Place place) {
        return place.offset() - start.offset();
    }

    /** The records in order. The caller closes the stream. */
    Stream<RawRecord> records() {
        JsonWindow window = new JsonWindow(file, start, limits.recordBytes());
        Iterator<RawRecord> records = new RecordIterator(cursor(window, depth));
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(records, characteristics), false)
                .onClose(window::close);
    }

    /** The record at an offset that {@link #relative} gave for its start. */
    RawRecord record(long offset) {
        Map.@Nullable Entry<Long, Checkpoint> nearest = checkpoints.floorEntry(offset);
        Checkpoint from = nearest == null ? new Checkpoint(start, BEFORE_FIRST) : nearest.getValue();
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
        long offset = relative(place);
        if (checkpoints.isEmpty() || offset - checkpoints.lastKey() >= CHECKPOINT_DISTANCE) {
            checkpoints.put(offset, new Checkpoint(place, index));
        }
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

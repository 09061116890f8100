package dev.ferry.source;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through a section from record to record. Each is checked as a whole before it is given. */
final class RecordCursor implements Trouble.Reading {
    private final JsonSection section;
    private final Section.Shape shape;
    private final JsonWindow window;
    private final Trouble trouble;
    private final JsonScanner scanner;
    private Next next = Next.OPEN;

    private long index = -1;
    private Place start = new Place(0, 1, 1);
    private @Nullable String key;
    private int valueAt;

    /** What must be read before the next record. */
    private enum Next {
        OPEN,
        RECORD,
        SEPARATOR,
        END,
        NOTHING
    }

    /** A cursor that stands before the section's first byte, as the window does. */
    RecordCursor(JsonSection section, JsonWindow window, Trouble trouble, JsonScanner scanner) {
        this.section = section;
        this.shape = section.section().shape();
        this.window = window;
        this.trouble = trouble;
        this.scanner = scanner;
        trouble.within(this);
    }

    /** Says that the window stands at a record, not at the section's beginning. */
    void resume(long firstIndex) {
        scanner.inside(shape == Section.Shape.KEYED ? '}' : ']');
        index = firstIndex - 1;
        next = Next.RECORD;
    }

    /** Goes to the next record; false where there is none, then behind the section. */
    boolean next() {
        if (window.holding()) {
            window.release();
        }
        valueAt = 0;
        key = null;
        if (!found()) {
            end();
            return false;
        }
        next = shape == Section.Shape.SINGLE ? Next.END : Next.SEPARATOR;
        index++;
        read();
        section.passed(start, index);
        return true;
    }

    private boolean found() {
        return switch (next) {
            case OPEN -> open();
            case RECORD -> true;
            case SEPARATOR -> scanner.another();
            case END, NOTHING -> false;
        };
    }

    private void end() {
        if (next != Next.NOTHING && section.depth() == 0) {
            scanner.end();
            section.requireUnchanged();
        }
        next = Next.NOTHING;
    }

    private boolean open() {
        int first = scanner.peek();
        if (first == JsonScalars.END) {
            throw section.depth() == 0 ? trouble.empty() : trouble.ended("a value");
        }
        if (shape == Section.Shape.SINGLE) {
            return true;
        }
        if (first != (shape == Section.Shape.KEYED ? '{' : '[')) {
            throw BrokenJson.startsValue(first)
                    ? trouble.syntax(BrokenJson.wrongShape(section.section(), first))
                    : trouble.unexpected("a value");
        }
        return scanner.enter();
    }

    private void read() {
        scanner.peek();
        start = window.hold();
        if (shape == Section.Shape.KEYED) {
            scanner.name();
            key = key();
            scanner.colon();
            scanner.peek();
        }
        valueAt = window.next - window.heldIndex();
        scanner.value();
        if (window.overfull()) {
            throw trouble.tooLong();
        }
    }

    private String key() {
        byte[] quoted = Arrays.copyOfRange(window.bytes, window.heldIndex(), window.next);
        return JsonPaths.text(quoted);
    }

    /** Where the record begins. */
    Place start() {
        return start;
    }

    /** The record, copied out of the window; may be asked for once. */
    RawRecord record() {
        int from = window.heldIndex() + valueAt;
        Place value = start.after(window.bytes, window.heldIndex(), from);
        byte[] bytes = Arrays.copyOfRange(window.bytes, from, window.next);
        window.release();
        return new JsonRecord(section, index, key, start, value, bytes);
    }

    @Override
    public String section() {
        return section.section().name();
    }

    @Override
    public long index() {
        return Math.max(0, index);
    }

    @Override
    public String pointer() {
        if (!window.holding() || (shape == Section.Shape.KEYED && key == null)) {
            return section.pointer();
        }
        if (window.overfull()) {
            return section.pointer(index, key);
        }
        int from = window.heldIndex() + valueAt;
        List<String> inside =
                valueAt == 0 && key != null ? List.of() : JsonPaths.pathAtEnd(window.bytes, from, window.next);
        return section.pointer(index, key) + JsonPointer.of(inside);
    }
}

package dev.ferry.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through a section from record to record. Each is checked as a whole before it is given. */
final class RecordCursor implements Trouble.Reading {
    private final JsonSection section;
    private final Section.Shape shape;
    private final Trouble trouble;
    private final RecordScanner scanner;
    private Next next = Next.OPEN;

    private long index = -1;
    private Place start = new Place(0, 1, 1);
    private @Nullable String key;

    /** What must be read before the next record. */
    private enum Next {
        OPEN,
        RECORD,
        SEPARATOR,
        END,
        NOTHING
    }

    /** A cursor that stands before the section's first byte, as the scanner does. */
    RecordCursor(JsonSection section, Trouble trouble, RecordScanner scanner) {
        this.section = section;
        this.shape = section.section().shape();
        this.trouble = trouble;
        this.scanner = scanner;
        trouble.within(this);
    }

    /** Says that the scanner stands at a record, not at the section's beginning. */
    void resume(long firstIndex) {
        scanner.inside(shape == Section.Shape.KEYED ? '}' : ']');
        index = firstIndex - 1;
        next = Next.RECORD;
    }

    /** Goes to the next record; false where there is none, then behind the section. */
    boolean next() {
        boolean there = false;
        while (!there) {
            scanner.release();
            key = null;
            if (!found()) {
                end();
                return false;
            }
            next = shape == Section.Shape.SINGLE ? Next.END : Next.SEPARATOR;
            index++;
            there = read();
        }
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
                    ? trouble.syntax(BrokenJson.wrongShape(List.of(section.section()), first))
                    : trouble.unexpected("a value");
        }
        return scanner.enter();
    }

    private boolean read() {
        scanner.peek();
        start = scanner.hold();
        if (shape == Section.Shape.KEYED) {
            key = scanner.name();
        }
        boolean there = scanner.value();
        if (!there) {
            index--;
        }
        return there;
    }

    /** Where the record begins. */
    Place start() {
        return start;
    }

    /** The record, copied; may be asked for once. */
    RawRecord record() {
        return scanner.record(section, index, key, start);
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
        if (!scanner.holding() || (shape == Section.Shape.KEYED && key == null)) {
            return section.pointer();
        }
        return section.pointer(index, key) + JsonPointer.of(scanner.path());
    }
}

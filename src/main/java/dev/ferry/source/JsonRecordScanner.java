package dev.ferry.source;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the record at hand in the window, as it stands in the file. */
final class JsonRecordScanner implements RecordScanner {
    private final JsonWindow window;
    private final Trouble trouble;
    private final JsonScanner scanner;

    /** Where the value begins, counted from the first byte held: a fill moves what is held. */
    private int valueAt;

    JsonRecordScanner(JsonWindow window, Trouble trouble, int depth, int maxDepth) {
        this.window = window;
        this.trouble = trouble;
        this.scanner = new JsonScanner(window, trouble, depth, maxDepth);
    }

    @Override
    public int peek() {
        return scanner.peek();
    }

    @Override
    public boolean enter() {
        return scanner.enter();
    }

    @Override
    public void inside(char closing) {
        scanner.inside(closing);
    }

    @Override
    public boolean another() {
        return scanner.another();
    }

    @Override
    public Place hold() {
        valueAt = 0;
        return window.hold();
    }

    @Override
    public boolean holding() {
        return window.holding();
    }

    @Override
    public void release() {
        if (window.holding()) {
            window.release();
        }
    }

    @Override
    public String name() {
        scanner.name();
        String name = JsonPaths.text(Arrays.copyOfRange(window.bytes, window.heldIndex(), window.next));
        scanner.colon();
        return name;
    }

    @Override
    public boolean value() {
        scanner.peek();
        valueAt = window.next - window.heldIndex();
        scanner.value();
        if (window.overfull()) {
            throw trouble.tooLong();
        }
        return true;
    }

    @Override
    public RawRecord record(JsonSection section, long index, @Nullable String key, Place start) {
        int from = window.heldIndex() + valueAt;
        Place value = start.after(window.bytes, window.heldIndex(), from);
        byte[] bytes = Arrays.copyOfRange(window.bytes, from, window.next);
        window.release();
        return new JsonRecord(section, index, key, start, bytes, new CountedPlaces(bytes, value));
    }

    @Override
    public List<String> path() {
        return window.overfull()
                ? List.of()
                : JsonPaths.pathAtEnd(window.bytes, window.heldIndex() + valueAt, window.next);
    }

    @Override
    public void end() {
        scanner.end();
    }
}

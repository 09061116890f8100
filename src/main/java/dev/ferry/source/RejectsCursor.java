package dev.ferry.source;

import dev.ferry.source.RawRecord.Form;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks through JSON Lines and gives the records of one section. */
final class RejectsCursor implements Iterator<RawRecord> {
    private static final String FORM =
            "a line must be an object with the members section, record and, where the section" + " is keyed, key";

    private final JsonFile file;
    private final JsonWindow window;
    private final Trouble trouble;
    private final JsonScanner scanner;
    private final Map<Section.Key, JsonSection> sections;
    private final Section wanted;
    private long index = -1;
    private @Nullable RawRecord next;

    RejectsCursor(
            JsonFile file, JsonWindow window, Map<Section.Key, JsonSection> sections, Section wanted, Limits limits) {
        this.file = file;
        this.window = window;
        this.trouble = new Trouble(file, window);
        // The line's own object is a level that the record did not have before.
        this.scanner = new JsonScanner(window, trouble, 0, limits.depth() + 1);
        this.sections = sections;
        this.wanted = wanted;
    }

    @Override
    public boolean hasNext() {
        while (next == null && scanner.peek() != JsonScalars.END) {
            next = line();
        }
        if (next == null) {
            file.requireUnchanged();
        }
        return next != null;
    }

    @Override
    public RawRecord next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        RawRecord given = next;
        next = null;
        return given;
    }

    /** The record of the next line, or null where it is of another section. */
    private @Nullable RawRecord line() {
        if (scanner.peek() != '{') {
            throw trouble.syntax(FORM);
        }
        Place start = window.hold();
        String section = "";
        String key = null;
        Form form = Form.JSON;
        int from = 0;
        int to = 0;
        for (boolean more = scanner.enter(); more; more = scanner.another()) {
            String member = name();
            int at = position();
            scanner.value();
            switch (member) {
                case "section" -> section = text(at);
                case "key" -> key = text(at);
                case "form" -> form = text(at).equals(Form.TEXT.name()) ? Form.TEXT : Form.JSON;
                case "record" -> {
                    from = at;
                    to = position();
                }
                default -> {
                    // Why it was rejected, and whatever somebody noted beside it.
                }
            }
        }
        index++;
        RawRecord record = record(start, section, key, form, from, to);
        window.release();
        return record;
    }

    private @Nullable RawRecord record(Place start, String name, @Nullable String key, Form form, int from, int to) {
        Optional<JsonSection> section = section(name, key);
        if (section.isEmpty() || to == 0) {
            throw trouble.syntax(FORM + "; sections are "
                    + sections.keySet().stream()
                            .map(Section.Key::name)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        if (window.overfull()) {
            throw trouble.tooLong();
        }
        if (!section.get().section().key().equals(wanted.key())) {
            return null;
        }
        int held = window.heldIndex();
        Place value = start.after(window.bytes, held, held + from);
        byte[] bytes = Arrays.copyOfRange(window.bytes, held + from, held + to);
        return new JsonRecord(section.get(), index, key, start, bytes, new CountedPlaces(bytes, value), form);
    }

    /** The section of this name whose records have a key, or have none. */
    private Optional<JsonSection> section(String name, @Nullable String key) {
        return sections.values().stream()
                .filter(section -> section.section().name().equals(name))
                .filter(section -> (section.section().shape() == Section.Shape.KEYED) == (key != null))
                .findFirst();
    }

    private String name() {
        scanner.peek();
        int at = position();
        scanner.name();
        String name = text(at);
        scanner.colon();
        scanner.peek();
        return name;
    }

    /** Where the window stands, counted from the line's first byte: a fill moves what is held. */
    private int position() {
        return window.next - window.heldIndex();
    }

    /** The string that begins there and has just been read. */
    private String text(int at) {
        int from = window.heldIndex() + at;
        if (window.bytes[from] != '"') {
            throw trouble.syntax(FORM);
        }
        return JsonPaths.text(Arrays.copyOfRange(window.bytes, from, window.next));
    }
}

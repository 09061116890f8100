package dev.ferry.source;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Makes the exception for what is wrong where the window stands. */
final class Trouble {
    /** Reading what belongs to no section. */
    static final Reading NOWHERE = new Reading() {};

    private static final int EXCERPT_BYTES = 160;

    private final JsonFile file;
    private final JsonWindow window;
    private Reading reading = NOWHERE;

    Trouble(JsonFile file, JsonWindow window) {
        this.file = file;
        this.window = window;
    }

    /** What is being read, for the position. */
    interface Reading {
        default String section() {
            return "";
        }

        default long index() {
            return 0;
        }

        /** The JSON pointer to where the window stands. */
        default String pointer() {
            return "";
        }
    }

    /** Names what is read from now on. */
    void within(Reading newReading) {
        reading = newReading;
    }

    /** The next bytes are no JSON. */
    BindingException syntax(String message) {
        return at(window.here(), BrokenJson.SYNTAX, message, excerpt(), null);
    }

    /** Something else stands where this is expected. */
    BindingException unexpected(String expected) {
        if (!window.ahead(1)) {
            return ended(expected);
        }
        window.ahead(4);
        if (Utf8.length(window.bytes, window.next, window.end) == 0) {
            return notUtf8();
        }
        return syntax(BrokenJson.unexpected(expected, line()));
    }

    /** There is nothing where this is expected. */
    BindingException ended(String expected) {
        if (window.overfull()) {
            return tooLong();
        }
        window.next = window.end;
        return at(
                window.here(),
                BrokenJson.SYNTAX,
                BrokenJson.ended(expected),
                "",
                "the file seems to be cut off; get it again, complete");
    }

    /** A comma that nothing follows. */
    BindingException trailingComma(Place comma, char closing) {
        return at(comma, BrokenJson.SYNTAX, BrokenJson.trailingComma(closing), ",", "remove the comma");
    }

    /** The next bytes are no character. */
    BindingException notUtf8() {
        Place place = window.here();
        String hex = BrokenJson.hex(window.bytes, window.next, Math.min(window.end, window.next + 4));
        return at(
                place,
                BrokenJson.ENCODING,
                "the file is not UTF-8: byte " + place.offset() + " (counted from 0) begins no character: " + hex,
                hex,
                "convert it from the encoding that it was written in, for example: iconv -f WINDOWS-1252 -t UTF-8");
    }

    /** Brackets are open at more levels than may be. */
    BindingException tooDeep(int maxDepth) {
        return at(
                window.here(),
                BrokenJson.LIMIT,
                "values are nested deeper than " + maxDepth + " levels",
                excerpt(),
                "raise the limit with --max-depth if this is intended");
    }

    /** The record at hand is longer than it may be. */
    BindingException tooLong() {
        boolean byHeap = window.maxHeld() == Limits.heapShare();
        return at(
                window.place(window.offset(window.heldIndex())),
                BrokenJson.LIMIT,
                "the record is longer than " + window.maxHeld() + " bytes",
                Excerpt.of(window.bytes, window.heldIndex(), window.next),
                byHeap
                        ? "give Java more memory (-Xmx): one record may take an eighth of it"
                        : "raise the limit with --max-record if this is intended");
    }

    /** None of the sections is a member of the root object. */
    BindingException noSection(Place root, Collection<String> expected) {
        String names = String.join(", ", expected);
        return at(
                root,
                BrokenJson.SYNTAX,
                "the file holds none of the sections " + names,
                "",
                "give an object with the members " + names
                        + ", a folder with a file for each, or a file named as its section");
    }

    /** A section is a member of the root object twice. */
    BindingException secondSection(Place name, String section) {
        return at(
                name, BrokenJson.SYNTAX, "section " + section + " stands twice in the file", section, "merge the two");
    }

    /** The file has nothing but white space. */
    BindingException empty() {
        return at(window.here(), BrokenJson.SYNTAX, "the file is empty", "", null);
    }

    private BindingException at(Place place, String rule, String message, String value, @Nullable String advice) {
        Position position = place.position(file.name(), reading.section(), reading.index(), reading.pointer());
        return new BindingException(position, rule, message, value, advice);
    }

    private String excerpt() {
        return Excerpt.of(line());
    }

    /** What follows, up to the end of the line or to what is no character; the next character at least. */
    private String line() {
        window.ahead(EXCERPT_BYTES);
        int limit = Math.min(window.end, window.next + EXCERPT_BYTES);
        int to = window.next;
        while (to < limit && (to == window.next || (window.bytes[to] != '\n' && window.bytes[to] != '\r'))) {
            int length = Utf8.length(window.bytes, to, limit);
            if (length == 0) {
                break;
            }
            to += length;
        }
        return new String(window.bytes, window.next, to - window.next, StandardCharsets.UTF_8);
    }
}

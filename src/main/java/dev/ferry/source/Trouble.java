package dev.ferry.source;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Makes the exception for what is wrong where the window stands. */
final class Trouble {
    /** Reading what belongs to no section. */
    static final Reading NOWHERE = new Reading() {};

    private static final int EXCERPT_BYTES = 160;
    private static final int SHOWN_BRACKETS = 20;

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
        return at(window.here(), BrokenJson.SYNTAX, message, Excerpt.of(line()));
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
        return at(window.here(), BrokenJson.SYNTAX, BrokenJson.ended(expected), "");
    }

    /** A comma that nothing follows. */
    BindingException trailingComma(Place comma, char closing) {
        return at(comma, BrokenJson.SYNTAX, BrokenJson.trailingComma(closing), ",");
    }

    /** The next bytes are no character. */
    BindingException notUtf8() {
        Place place = window.here();
        String hex = BrokenJson.hex(window.bytes, window.next, Math.min(window.end, window.next + 4));
        return at(
                place,
                BrokenJson.ENCODING,
                "the file is not UTF-8: byte " + place.offset() + " (counted from 0) begins no character: " + hex
                        + " (convert it from what it was written in, for example: iconv -f WINDOWS-1252 -t UTF-8)",
                hex);
    }

    /** Brackets are open at more levels than may be. */
    BindingException tooDeep(int maxDepth) {
        return at(
                window.here(),
                BrokenJson.LIMIT,
                "values are nested deeper than " + maxDepth + " levels (raise the limit with --max-depth)",
                opening());
    }

    /** The record at hand is longer than it may be. */
    BindingException tooLong() {
        String remedy = window.maxHeld() == Limits.heapShare()
                ? "an eighth of Java's memory; give it more with -Xmx"
                : "raise the limit with --max-record";
        return at(
                window.place(window.offset(window.heldIndex())),
                BrokenJson.LIMIT,
                "the record is longer than " + Limits.size(window.maxHeld()) + " (" + remedy + ")",
                Excerpt.of(window.bytes, window.heldIndex(), window.next));
    }

    /** None of the sections is a member of the root object. */
    BindingException noSection(Place root, Collection<String> expected) {
        String names = String.join(", ", expected);
        return at(
                root,
                BrokenJson.SYNTAX,
                "the file holds none of the sections " + names + " (give an object with these members, a folder with a"
                        + " file for each, or a file named as its section)",
                "");
    }

    /** A section is a member of the root object twice. */
    BindingException secondSection(Place name, String section) {
        return at(name, BrokenJson.SYNTAX, "section " + section + " stands twice in the file (merge the two)", section);
    }

    /** The file has nothing but white space. */
    BindingException empty() {
        return at(window.here(), BrokenJson.SYNTAX, "the file is empty", "");
    }

    private BindingException at(Place place, String rule, String message, String value) {
        Position position = place.position(file.name(), reading.section(), reading.index(), reading.pointer());
        return new BindingException(position, rule, message, value);
    }

    /** Enough of the brackets to see what they are. */
    private String opening() {
        String line = line();
        return line.codePointCount(0, line.length()) <= SHOWN_BRACKETS
                ? Excerpt.of(line)
                : Excerpt.of(line.substring(0, line.offsetByCodePoints(0, SHOWN_BRACKETS))) + "…";
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

package dev.ferry.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Makes the exception for what is wrong where the window stands. */
final class Trouble {
    /** Reading what belongs to no section. */
    static final Reading NOWHERE = new Reading() {};

    private static final int EXCERPT_BYTES = 160;
    private static final int SHOWN_BRACKETS = 20;
    private static final String LITERALS_ONLY = ": a data module may hold only literals";

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

    /**
     * The one of these twins that a value is by its first byte.
     *
     * @param named the sections that have the value's name, at least one
     * @param pointer where the value stands
     * @throws BindingException where it is none of them
     */
    Section fitting(List<Section> named, String pointer, int first) {
        Optional<Section> fitting = Contents.fitting(named, first);
        if (fitting.isPresent()) {
            return fitting.get();
        }
        within(new Outside(named.get(0).name(), pointer));
        if (first == JsonScalars.END) {
            throw ended("a value");
        }
        throw BrokenJson.startsValue(first) ? wrongShape(window.here(), named, pointer, first) : unexpected("a value");
    }

    /** The value of a section, which begins with this byte, has the shape of none of these twins. */
    BindingException wrongShape(Place place, List<Section> named, String pointer, int first) {
        within(new Outside(named.get(0).name(), pointer));
        String message = BrokenJson.wrongShape(named, first);
        return at(place, BrokenJson.SYNTAX, message, Excerpt.of(line(place)));
    }

    /** A section, none of its records. */
    private record Outside(String section, String pointer) implements Reading {}

    /** The next bytes are no JSON. */
    BindingException syntax(String message) {
        return at(window.here(), BrokenJson.SYNTAX, message, Excerpt.of(line()));
    }

    /** What begins at a place, which the window may have left behind, is broken. */
    BindingException broken(Place place, String message) {
        return at(place, BrokenJson.SYNTAX, message, Excerpt.of(line(place)));
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
        return tooDeep(window.here(), maxDepth, opening());
    }

    /** The value at a place, which the window may have left behind, has brackets at more levels than may be. */
    BindingException tooDeep(Place place, int maxDepth) {
        return tooDeep(place, maxDepth, "");
    }

    private BindingException tooDeep(Place place, int maxDepth, String opening) {
        return at(
                place,
                BrokenJson.LIMIT,
                "values are nested deeper than " + maxDepth + " levels (raise the limit with --max-depth)",
                opening);
    }

    /** The record that the window holds is longer than it may be. */
    BindingException tooLong() {
        return tooLong(
                window.place(window.offset(window.heldIndex())),
                Excerpt.of(window.bytes, window.heldIndex(), window.next));
    }

    /** The record that begins at a place, with this excerpt, is longer than it may be. */
    BindingException tooLong(Place start, String excerpt) {
        String remedy = window.maxHeld() == Limits.heapShare()
                ? "an eighth of Java's memory; give it more with -Xmx"
                : "raise the limit with --max-record";
        return at(
                start,
                BrokenJson.LIMIT,
                "the record is longer than " + Limits.size(window.maxHeld()) + " (" + remedy + ")",
                excerpt);
    }

    /** A number in another base than ten has too many digits. */
    BindingException tooManyDigits(int digits, int maxDigits) {
        return at(
                window.here(),
                BrokenJson.LIMIT,
                "a number may have at most " + maxDigits + " digits, this one is written with " + digits,
                Excerpt.of(line()));
    }

    /** What begins at a place is no literal. */
    BindingException code(Place start, String what) {
        String line = line(start);
        return at(start, BrokenJson.SYNTAX, CodeExcerpt.of(line) + " is " + what + LITERALS_ONLY, Excerpt.of(line));
    }

    /** What follows a place that the window may have left behind. */
    private String line(Place place) {
        try (JsonWindow again = new JsonWindow(file, place, window.maxHeld())) {
            return new Trouble(file, again).line();
        }
    }

    /** The next bytes are not what a module has there. */
    BindingException insteadOf(String expected) {
        if (!window.ahead(1)) {
            return ended(expected);
        }
        window.ahead(4);
        int length = Utf8.length(window.bytes, window.next, window.end);
        return length == 0
                ? notUtf8()
                : syntax(expected + " is expected, found '"
                        + Excerpt.of(window.bytes, window.next, window.next + length) + "'");
    }

    /** None of the sections is a member of the root object. */
    BindingException noSection(Place root, String names) {
        return at(
                root,
                BrokenJson.SYNTAX,
                "the file holds none of the sections " + names + " (give an object with these members, a folder with a"
                        + " file for each, or a file named as its section)",
                "");
    }

    /** None of the sections is a constant of the module or a member of one. */
    BindingException noConstant(String names) {
        return at(
                new Place(0, 1, 1),
                BrokenJson.SYNTAX,
                "the module holds none of the sections " + names + " (a section is a constant of its name, as in"
                        + " 'export const " + names.split(",", 2)[0] + " = …', or a member of a constant)",
                "");
    }

    /** A section is there twice. */
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

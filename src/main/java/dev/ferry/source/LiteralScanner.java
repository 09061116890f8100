package dev.ferry.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the literals of a module and rewrites them to JSON. Refuses whatever is no literal; nothing in it recurses.
 *
 * <p>Parentheses around values are brackets that JSON does not have; casts behind values are skipped.
 */
final class LiteralScanner implements RecordScanner {
    private static final int NONE = -1;

    private final JsonWindow window;
    private final Trouble trouble;
    private final JsonText json;
    private final TypeScriptText text;
    private final TypeSkipper types;
    private final StringLiteral strings;
    private final MemberName names;
    private final ScalarLiteral scalars;

    private final OpenBrackets brackets;

    /** Where the value begins that was read last. */
    private Place last = new Place(0, 1, 1);

    /** Whether the innermost bracket has a value already. */
    private boolean filled;

    /** Index of a comma in the JSON that no value follows as yet. */
    private int comma = NONE;

    /** Index in the JSON where the member at hand begins. */
    private int member;

    private boolean undefined;

    /** @param depth brackets that are open before the first byte */
    LiteralScanner(JsonWindow window, Trouble trouble, int depth, Limits limits) {
        this.window = window;
        this.trouble = trouble;
        this.brackets = new OpenBrackets(trouble, depth, limits.depth());
        this.json = new JsonText(window, trouble, limits.recordBytes());
        this.text = new TypeScriptText(window, trouble, json);
        this.types = new TypeSkipper(trouble, text, json, limits.depth());
        this.strings = new StringLiteral(window, trouble, text, json);
        NumberLiteral numbers = new NumberLiteral(window, trouble, text, json, limits);
        this.names = new MemberName(window, trouble, text, json, strings, numbers);
        this.scalars = new ScalarLiteral(window, trouble, text, json, strings, numbers);
    }

    /** The words between the literals. */
    TypeScriptText text() {
        return text;
    }

    /** The types between the literals. */
    TypeSkipper types() {
        return types;
    }

    /** Skips bytes that mean nothing for the data. */
    void skip(int count) {
        json.skip(count);
    }

    @Override
    public int peek() {
        return text.peek();
    }

    /** Goes to the first byte of a value, behind parentheses and casts. */
    int first() {
        while (true) {
            int c = text.peek();
            if (c == '(') {
                scalars.refuseFunction();
                brackets.open(')', window.here());
                json.skip(1);
            } else if (c == '<') {
                types.brackets();
            } else {
                return c;
            }
        }
    }

    /** Closes the parentheses around a value that stands in no other bracket. */
    void closeParentheses(int outside) {
        while (brackets.depth() > outside) {
            another();
        }
        suffix();
    }

    int depth() {
        return brackets.depth();
    }

    @Override
    public boolean enter() {
        brackets.open(window.bytes[window.next] == '{' ? '}' : ']', window.here());
        json.copy(1);
        begun();
        filled = false;
        if (text.peek() != brackets.closing()) {
            return true;
        }
        leave();
        return false;
    }

    @Override
    public void inside(char closing) {
        brackets.innermost(closing, window.here());
    }

    @Override
    public boolean another() {
        suffix();
        char closing = brackets.closing();
        int c = text.peek();
        if (c == closing) {
            leave();
            return false;
        }
        if (c == ',' && closing == ')') {
            throw trouble.code(brackets.start(), ScalarLiteral.CALCULATION);
        }
        if (c != ',') {
            refuseOperator();
            throw trouble.insteadOf(closing == ')' ? "')'" : "',' or '" + closing + "'");
        }
        separator();
        if (text.peek() != closing) {
            return true;
        }
        leave();
        return false;
    }

    /** Goes behind a comma; JSON has one only between two values. */
    private void separator() {
        if (filled && comma == NONE) {
            comma = json.kept() ? json.size() : NONE;
            json.replace(',');
        } else {
            json.replace(' ');
        }
    }

    private void leave() {
        last = brackets.start();
        if (brackets.closing() == ')') {
            json.skip(1);
        } else {
            if (comma != NONE) {
                json.blank(comma);
            }
            json.copy(1);
            begun();
            undefined = false;
        }
        brackets.close();
    }

    /** Skips what may stand behind a value: casts. */
    void suffix() {
        text.peek();
        for (String word = text.word(); word.equals("as") || word.equals("satisfies"); word = text.word()) {
            types.word();
            text.peek();
            types.type();
        }
    }

    /** Refuses an operator behind a value. */
    void refuseOperator() {
        Optional<String> operation = scalars.operation();
        if (operation.isPresent()) {
            throw trouble.code(last, operation.get());
        }
    }

    @Override
    public Place hold() {
        filled = false;
        comma = NONE;
        return json.keep();
    }

    @Override
    public boolean holding() {
        return json.kept();
    }

    @Override
    public void release() {
        json.release();
        comma = NONE;
    }

    @Override
    public String name() {
        names.read();
        String name = JsonPaths.text(json.from(0));
        colon();
        json.restart();
        return name;
    }

    private void colon() {
        names.requireColon();
        json.copy(1);
    }

    @Override
    public boolean value() {
        int outside = brackets.depth();
        undefined = false;
        text.peek();
        json.restart();
        member = 0;
        do {
            if (begin()) {
                while (brackets.depth() > outside && !another()) {
                    // Each turn closes one more bracket.
                }
            }
            if (brackets.depth() > outside && brackets.closing() == '}') {
                text.peek();
                member = json.size();
                names.read();
                text.peek();
                colon();
            }
        } while (brackets.depth() > outside);
        return !undefined;
    }

    /** Reads a scalar or an empty container (true), or the opening bracket of one that is not empty (false). */
    private boolean begin() {
        undefined = false;
        int c = first();
        if (c == '{' || c == '[') {
            return !enter();
        }
        last = window.here();
        if (!text.word().equals("undefined")) {
            scalars.read(c, brackets.expression(last));
            begun();
            return true;
        }
        types.word();
        undefined = true;
        if (brackets.inArray()) {
            throw trouble.code(last, "a gap in an array");
        }
        json.blankFrom(member);
        return true;
    }

    private void begun() {
        filled = true;
        comma = NONE;
    }

    @Override
    public RawRecord record(JsonSection section, long index, @Nullable String key, Place start) {
        byte[] bytes = json.from(0);
        PlaceMap places = json.places();
        release();
        return new JsonRecord(section, index, key, start, bytes, at -> places.of(bytes, at));
    }

    @Override
    public List<String> path() {
        return json.full() ? List.of() : JsonPaths.pathAtEnd(json.from(0), 0, json.size());
    }

    /** Refuses anything but white space and comments up to the end of the file. */
    @Override
    public void end() {
        if (text.peek() != JsonScalars.END) {
            throw trouble.insteadOf("the end of the file");
        }
    }
}

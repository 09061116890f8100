package dev.ferry.source;

import java.util.Arrays;

/**
 * Reads JSON (RFC 8259) byte by byte and checks it: grammar, UTF-8 and depth. Gives no values, only where they begin and end.
 *
 * <p>Nothing in it recurses, so that depth costs a byte a level.
 */
final class JsonScanner {
    private static final Place START = new Place(0, 1, 1);

    private final JsonWindow window;
    private final JsonScalars scalars;
    private final Trouble trouble;
    private final int maxDepth;

    /** The closing bracket of each object and array that is open. */
    private byte[] open = new byte[64];

    private int depth;

    /** @param depth brackets that are open before the first byte */
    JsonScanner(JsonWindow window, Trouble trouble, int depth, int maxDepth) {
        this.window = window;
        this.scalars = new JsonScalars(window, trouble);
        this.trouble = trouble;
        this.depth = depth;
        this.maxDepth = maxDepth;
        ensureRoom();
    }

    /** Skips white space; the byte behind it, {@link JsonScalars#END} at the end of the file. */
    int peek() {
        while (true) {
            byte[] bytes = window.bytes;
            for (int i = window.next; i < window.end; i++) {
                int c = bytes[i];
                if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                    window.next = i;
                    return c & 0xFF;
                }
            }
            window.next = window.end;
            if (!window.fill()) {
                return JsonScalars.END;
            }
        }
    }

    /** Goes behind an opening bracket. False if the closing one follows at once, then behind that too. */
    boolean enter() {
        if (depth >= maxDepth) {
            throw trouble.tooDeep(maxDepth);
        }
        depth++;
        ensureRoom();
        open[depth] = (byte) (window.bytes[window.next] == '{' ? '}' : ']');
        window.next++;
        if (peek() != open[depth]) {
            return true;
        }
        leave();
        return false;
    }

    /** Says which bracket is the innermost of those that are open before the first byte. */
    void inside(char closing) {
        open[depth] = (byte) closing;
    }

    /** Goes behind the comma after a value (true), or behind the closing bracket (false). */
    boolean another() {
        char closing = (char) open[depth];
        int c = peek();
        if (c == closing) {
            leave();
            return false;
        }
        if (c != ',') {
            throw trouble.unexpected("',' or '" + closing + "'");
        }
        // While a record is held, the place of its comma can be counted later; that would be gone otherwise.
        boolean holding = window.holding();
        Place comma = holding ? START : window.here();
        long offset = window.offset(window.next);
        window.next++;
        if (peek() == closing) {
            throw trouble.trailingComma(holding ? window.place(offset) : comma, closing);
        }
        return true;
    }

    private void leave() {
        depth--;
        window.next++;
    }

    /** Skips a member name. */
    void name() {
        if (peek() != '"') {
            throw trouble.unexpected("a member name in double quotes");
        }
        scalars.text();
    }

    /** Skips the colon behind a member name. */
    void colon() {
        if (peek() != ':') {
            throw trouble.unexpected("':' behind the member name");
        }
        window.next++;
    }

    /** Skips a value with all that is in it. */
    void value() {
        int outside = depth;
        Next next = Next.VALUE;
        while (next != Next.NOTHING) {
            next = skim(next, outside);
            next = switch (next) {
                case VALUE -> begin() ? after(outside) : inside();
                case SEPARATOR -> another() ? inside() : after(outside);
                case NAME -> {
                    name();
                    colon();
                    yield Next.VALUE;
                }
                case NOTHING -> Next.NOTHING;
            };
        }
    }

    /** What comes next inside of a value. */
    private enum Next {
        VALUE,
        /** A comma or a closing bracket. */
        SEPARATOR,
        /** A member name, and its colon. */
        NAME,
        /** The value is over. */
        NOTHING
    }

    private Next after(int outside) {
        return depth == outside ? Next.NOTHING : Next.SEPARATOR;
    }

    private Next inside() {
        return open[depth] == '}' ? Next.NAME : Next.VALUE;
    }

    /**
     * Skips what is plain and in the window as a whole, token by token, and stops before what is not, so that all the rest, and all
     * that is wrong, is met the careful way. Says what comes next.
     */
    private Next skim(Next from, int outside) {
        byte[] bytes = window.bytes;
        int end = window.end;
        Next next = from;
        int i = window.next;
        while (next != Next.NOTHING) {
            // All that is known to be plain.
            window.next = i;
            int token = JsonScalars.behindSpace(bytes, i, end);
            if (token == end) {
                return next;
            }
            byte c = bytes[token];
            switch (next) {
                case VALUE -> {
                    if (c == '{' || c == '[') {
                        byte closing = (byte) (c == '{' ? '}' : ']');
                        i = JsonScalars.behindSpace(bytes, token + 1, end);
                        if (i == end || bytes[i] == closing || depth >= maxDepth) {
                            return next;
                        }
                        depth++;
                        ensureRoom();
                        open[depth] = closing;
                        next = inside();
                    } else {
                        i = JsonScalars.behindPlain(bytes, token, end);
                        if (i < 0) {
                            return next;
                        }
                        next = after(outside);
                    }
                }
                case SEPARATOR -> {
                    if (c == open[depth]) {
                        depth--;
                        i = token + 1;
                        next = after(outside);
                    } else {
                        i = JsonScalars.behindSpace(bytes, token + 1, end);
                        if (c != ',' || i == end || bytes[i] == open[depth]) {
                            return next;
                        }
                        next = inside();
                    }
                }
                default -> {
                    int name = c == '"' ? JsonScalars.behindPlain(bytes, token, end) : -1;
                    int colon = name < 0 ? end : JsonScalars.behindSpace(bytes, name, end);
                    if (colon == end || bytes[colon] != ':') {
                        return next;
                    }
                    i = colon + 1;
                    next = Next.VALUE;
                }
            }
        }
        window.next = i;
        return next;
    }

    /** Skips a scalar or an empty container (true), or the opening bracket of one that is not empty (false). */
    private boolean begin() {
        int c = peek();
        if (c == '{' || c == '[') {
            return !enter();
        }
        if (c == '"') {
            scalars.text();
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            scalars.number();
        } else {
            scalars.literal();
        }
        return true;
    }

    /** Refuses anything but white space up to the end of the file. */
    void end() {
        if (peek() != JsonScalars.END) {
            throw trouble.unexpected("the end of the file");
        }
    }

    private void ensureRoom() {
        if (depth >= open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
    }
}

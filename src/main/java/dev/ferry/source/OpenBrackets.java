package dev.ferry.source;

import java.util.Arrays;

/** The brackets that are open where a literal is read, with the closing one of each and where its value begins. */
final class OpenBrackets {
    private final Trouble trouble;
    private final int maxDepth;
    private byte[] closing = new byte[64];
    private Place[] starts = new Place[64];
    private int depth;

    /** @param depth brackets that are open before the first byte */
    OpenBrackets(Trouble trouble, int depth, int maxDepth) {
        this.trouble = trouble;
        this.depth = depth;
        this.maxDepth = maxDepth;
        ensureRoom();
    }

    int depth() {
        return depth;
    }

    /** The one that closes the innermost. */
    char closing() {
        return (char) closing[depth];
    }

    /** Where the value in the innermost begins. */
    Place start() {
        return starts[depth];
    }

    void open(char newClosing, Place start) {
        if (depth >= maxDepth) {
            throw trouble.tooDeep(maxDepth);
        }
        depth++;
        ensureRoom();
        innermost(newClosing, start);
    }

    /** Says what the innermost is. */
    void innermost(char newClosing, Place start) {
        closing[depth] = (byte) newClosing;
        starts[depth] = start;
    }

    void close() {
        depth--;
    }

    /** Whether what comes next is an element of an array. */
    boolean inArray() {
        int level = depth;
        while (level > 0 && closing[level] == ')') {
            level--;
        }
        return closing[level] == ']';
    }

    /** Where the parentheses around a value begin; the value where there are none. */
    Place expression(Place value) {
        Place start = value;
        for (int level = depth; level > 0 && closing[level] == ')'; level--) {
            start = starts[level];
        }
        return start;
    }

    private void ensureRoom() {
        if (depth >= closing.length) {
            closing = Arrays.copyOf(closing, depth * 2);
            starts = Arrays.copyOf(starts, depth * 2);
        }
    }
}

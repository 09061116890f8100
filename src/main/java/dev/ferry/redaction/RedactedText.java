package dev.ferry.redaction;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

/**
 * Text without secrets on its way to a target, line by line; a secret in two pieces is seen as one. Not thread-safe.
 *
 * <p>{@link #flush} hands over all but what may be the beginning of a secret, {@link #close} that too. The target is not
 * flushed and not closed.
 */
public final class RedactedText implements Appendable, Flushable, Closeable {
    /** Characters of a line that are kept at most until its end is known. */
    private static final int LONGEST = 1 << 16;

    /** Characters of what was handed over that say whether a word begins: an escape has at most six. */
    private static final int CONTEXT = 6;

    private final Appendable target;
    private final Redactor redactor;
    private final StringBuilder held = new StringBuilder();
    private String before = "";

    RedactedText(Appendable target, Redactor redactor) {
        this.target = target;
        this.redactor = redactor;
    }

    @Override
    public RedactedText append(CharSequence text) throws IOException {
        return append(text, 0, text.length());
    }

    @Override
    public RedactedText append(char character) throws IOException {
        return append(Character.toString(character));
    }

    @Override
    public RedactedText append(CharSequence text, int start, int end) throws IOException {
        held.append(text, start, end);
        int lines = held.lastIndexOf("\n") + 1;
        if (lines > 0) {
            release(lines);
        } else if (held.length() > LONGEST) {
            flush();
        }
        return this;
    }

    @Override
    public void flush() throws IOException {
        release(redactor.settled(before, held));
    }

    @Override
    public void close() throws IOException {
        release(held.length());
    }

    private void release(int length) throws IOException {
        if (length > 0) {
            String text = held.substring(0, length);
            target.append(redactor.redact(before, text, held.substring(length)));
            before += text;
            before = before.substring(Math.max(0, before.length() - CONTEXT));
            held.delete(0, length);
        }
    }
}

package dev.ferry.redaction;

import java.io.Closeable;
import java.io.IOException;

/**
 * JSON whose texts are without secrets on its way to a target. Names of members, numbers and layout stay as they are, so that
 * it stays the document that its schema describes. Not thread-safe; the target is not closed.
 */
public final class RedactedJson implements Appendable, Closeable {
    private final Appendable target;
    private final Redactor redactor;
    /** A text from its quote on, and white space behind it: what follows says whether it is a name. */
    private final StringBuilder held = new StringBuilder();

    private State state = State.BETWEEN;

    /** Where in the document the next character stands. */
    private enum State {
        BETWEEN,
        IN_TEXT,
        IN_ESCAPE,
        BEHIND_TEXT
    }

    RedactedJson(Appendable target, Redactor redactor) {
        this.target = target;
        this.redactor = redactor;
    }

    @Override
    public RedactedJson append(CharSequence text) throws IOException {
        return append(text, 0, text.length());
    }

    @Override
    public RedactedJson append(CharSequence text, int start, int end) throws IOException {
        for (int i = start; i < end; i++) {
            append(text.charAt(i));
        }
        return this;
    }

    @Override
    public RedactedJson append(char character) throws IOException {
        if (state == State.BEHIND_TEXT && character > ' ') {
            if (character == ':') {
                releaseName();
            } else {
                releaseText();
            }
            state = State.BETWEEN;
        }
        switch (state) {
            case BETWEEN -> {
                if (character == '"') {
                    held.append(character);
                    state = State.IN_TEXT;
                } else {
                    target.append(character);
                }
            }
            case IN_TEXT -> {
                held.append(character);
                state = character == '"' ? State.BEHIND_TEXT : character == '\\' ? State.IN_ESCAPE : state;
            }
            case IN_ESCAPE -> {
                held.append(character);
                state = State.IN_TEXT;
            }
            case BEHIND_TEXT -> held.append(character);
        }
        return this;
    }

    /** Hands over what is left; a text that broke off is left out, since nobody knows what it would have been. */
    @Override
    public void close() throws IOException {
        if (state == State.BEHIND_TEXT) {
            releaseText();
        }
        held.setLength(0);
        state = State.BETWEEN;
    }

    private void releaseName() throws IOException {
        target.append(held);
        held.setLength(0);
    }

    private void releaseText() throws IOException {
        int end = held.lastIndexOf("\"");
        String text = JsonText.decode(held.substring(1, end));
        String masked = redactor.redact(text);
        if (!masked.equals(text)) {
            held.replace(1, end, JsonText.encode(masked));
        }
        target.append(held);
        held.setLength(0);
    }
}

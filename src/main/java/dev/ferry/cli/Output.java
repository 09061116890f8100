package dev.ferry.cli;

import dev.ferry.redaction.RedactedJson;
import dev.ferry.redaction.RedactedText;
import dev.ferry.redaction.Redactor;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Standard output in UTF-8, without secrets. A reader that goes away early, as {@code head} does, is no failure.
 *
 * <p>It takes text by itself; a JSON document goes through {@link #document}, where its numbers and names stay as they are.
 */
final class Output implements Appendable {
    private final BufferedWriter writer;
    private final RedactedText text;
    private final RedactedJson json;
    private boolean readerGone;

    Output(OutputStream out, Redactor redactor) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text = redactor.text(writer);
        json = redactor.json(writer);
    }

    @Override
    public Output append(CharSequence added) {
        return attempt(() -> text.append(added));
    }

    @Override
    public Output append(CharSequence added, int start, int end) {
        return attempt(() -> text.append(added, start, end));
    }

    @Override
    public Output append(char character) {
        return attempt(() -> text.append(character));
    }

    /** Standard output for a JSON document. */
    Appendable document() {
        return new Document();
    }

    /** Hands over what was written. */
    void flush() {
        attempt(() -> {
            text.flush();
            writer.flush();
        });
    }

    /** Hands over everything; the process's own stream stays open. */
    void end() {
        attempt(() -> {
            text.close();
            json.close();
            writer.flush();
        });
    }

    private Output attempt(Write write) {
        if (!readerGone) {
            try {
                write.run();
            } catch (IOException e) {
                String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
                readerGone = reason.contains("broken pipe") || reason.contains("pipe is being closed");
                if (!readerGone) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return this;
    }

    /** The way of a document through the same stream. */
    private final class Document implements Appendable {
        @Override
        public Appendable append(CharSequence added) {
            attempt(() -> json.append(added));
            return this;
        }

        @Override
        public Appendable append(CharSequence added, int start, int end) {
            attempt(() -> json.append(added, start, end));
            return this;
        }

        @Override
        public Appendable append(char character) {
            attempt(() -> json.append(character));
            return this;
        }
    }

    /** Something that writes. */
    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}

package dev.ferry.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Standard output in UTF-8. A reader that goes away early, as {@code head} does, is no failure. */
final class Output implements Appendable {
    private final BufferedWriter writer;
    private boolean readerGone;

    Output(OutputStream out) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public Output append(CharSequence text) {
        return attempt(() -> writer.append(text));
    }

    @Override
    public Output append(CharSequence text, int start, int end) {
        return attempt(() -> writer.append(text, start, end));
    }

    @Override
    public Output append(char character) {
        return attempt(() -> writer.append(character));
    }

    /** Hands over what was written. */
    void flush() {
        attempt(writer::flush);
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

    /** Something that writes. */
    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}

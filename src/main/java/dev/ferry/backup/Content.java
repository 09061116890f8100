package dev.ferry.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import tools.jackson.core.exc.JacksonIOException;

/** What an entry holds. */
@FunctionalInterface
interface Content {
    /** Writes it, and leaves the stream open; gives the number of records. */
    long writeTo(OutputStream out) throws IOException, SQLException;

    /** Writes a content somewhere; gives the entry that it makes. */
    static ArchiveEntry write(String name, Content content, OutputStream out) throws IOException, SQLException {
        MeasuringStream measuring = new MeasuringStream(out);
        try {
            return measuring.entry(name, content.writeTo(measuring));
        } catch (JacksonIOException e) {
            // A full disk is one, whoever noticed it.
            throw e.getCause();
        }
    }

    /** The entry that a content would make. */
    static ArchiveEntry measure(String name, Content content) throws IOException, SQLException {
        return write(name, content, OutputStream.nullOutputStream());
    }
}

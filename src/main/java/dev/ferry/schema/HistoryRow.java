package dev.ferry.schema;

import dev.ferry.ledger.RunId;
import java.util.Optional;

/**
 * A row of a changelog table.
 *
 * @param id the changeset's id
 * @param author its author
 * @param file its logical file path
 * @param tag the tag that it carries
 * @param position its place in the order in which all were executed
 */
record HistoryRow(String id, String author, String file, Optional<String> tag, int position) {
    private static final String FILE = "ferry/runs";

    /** Whether a run left it. */
    boolean ofRun() {
        return file.equals(FILE) && author.equals("ferry");
    }

    /** Whether it is a run's tag row. */
    boolean ofRunTag() {
        return ofRun() && id.startsWith("tag-");
    }

    /** The run that left it. */
    RunId run() {
        return new RunId(id.substring("run-".length()));
    }
}

package dev.ferry.report;

import java.util.Optional;

/**
 * How it stands with the embedded database, as {@code database} shows it.
 *
 * @param directory where its data is kept
 * @param url where programs reach it while it runs, without a password
 */
public record EmbeddedServer(State state, String directory, Optional<String> url) {
    /** Whether it can be reached. */
    public enum State {
        RUNNING,
        STOPPED
    }
}

package dev.ferry.cli;

import java.util.Optional;

/** The embedded PostgreSQL, kept running for other programs. */
interface Server {
    /** Starts it if need be, to run until {@link #stop}. */
    void start();

    /** Stops it; false where it did not run. */
    boolean stop();

    /** The URL that psql and others take, while it runs. */
    Optional<String> url();
}

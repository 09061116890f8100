package dev.ferry.database;

import java.nio.file.Path;
import java.sql.Connection;

/** A PostgreSQL database that runs can be written to. Thread-safe. */
public interface Database extends AutoCloseable {
    /** The database of this URL; nothing is asked of the server before {@link #connect}. */
    static Database at(DatabaseUrl url) {
        return at(url, PasswordPrompt.NONE);
    }

    /** The database of this URL, with somebody to ask should the server want a password that the URL lacks. */
    static Database at(DatabaseUrl url, PasswordPrompt prompt) {
        return new ServerDatabase(url, prompt);
    }

    /**
     * The embedded PostgreSQL of this home directory, started unless it runs.
     *
     * @param home Ferry's own directory, made where it is not there
     * @throws dev.ferry.failure.FerryException where it cannot be started
     */
    static Database embedded(Path home) {
        return EmbeddedServer.in(home).open();
    }

    /**
     * A new connection: autocommit on, time zone UTC, {@code client_connection_check_interval} set so that a dead
     * client's statement ends soon, and an application name that says host, process and purpose. The caller closes it.
     *
     * @param purpose what it is for, as others see it in {@code pg_stat_activity}
     * @throws DatabaseException where it cannot be had; the exit code tells wrong settings from an unreachable server
     */
    Connection connect(String purpose);

    /**
     * The target for people, without secrets: host, port, database and user, or that it is the embedded one and where.
     */
    String description();

    /** Whether this is the embedded PostgreSQL. */
    boolean embedded();

    /** Stops what was started only for this use. */
    @Override
    void close();
}

package dev.ferry.database;

import java.sql.Connection;

/** A PostgreSQL database that runs can be written to. Thread-safe. */
public interface Database extends AutoCloseable {
    /**
     * A new connection: autocommit on, time zone UTC, {@code client_connection_check_interval} set so that a dead client's
     * statement ends soon, and an application name that says host, process and purpose. The caller closes it.
     *
     * @param purpose what it is for, as others see it in {@code pg_stat_activity}
     * @throws DatabaseException where it cannot be had; the exit code tells wrong settings from an unreachable server
     */
    Connection connect(String purpose);

    /** The target for people, without secrets: host, port, database and user, or that it is the embedded one and where. */
    String description();

    /** Whether this is the embedded PostgreSQL. */
    boolean embedded();

    /** Stops what was started only for this use. */
    @Override
    void close();
}

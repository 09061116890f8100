package dev.ferry.source;

import dev.ferry.failure.FerryException;
import java.sql.Connection;
import java.sql.SQLException;

/** The database that a source is read from, for as long as one source needs it. */
public interface SourceRows {
    /**
     * A new connection that nobody else uses; the source closes it.
     *
     * @throws FerryException where it cannot be had
     */
    Connection connect();

    /** The database for people, without secrets. */
    String description();

    /**
     * What a failure of the connection means, without secrets and without values of rows.
     *
     * @param doing what failed, as in "table "Teacher" cannot be read"
     * @param schema the schema that was read, for advice; empty where it is not known
     */
    FerryException failure(String doing, SQLException failure, Connection connection, String schema);
}

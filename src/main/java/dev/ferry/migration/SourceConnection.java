package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.database.DatabaseException;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.FerryException;
import dev.ferry.source.SourceRows;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that is read from; what goes wrong with it says that it is the source. */
record SourceConnection(Database database) implements SourceRows {
    @Override
    public Connection connect() {
        try {
            return database.connect("source");
        } catch (DatabaseException e) {
            throw new DatabaseException(
                    e.exitCode(),
                    "the source cannot be opened: " + e.getMessage(),
                    e.advice().orElse(null),
                    e.sqlState().orElse(null),
                    e.getCause());
        }
    }

    @Override
    public String description() {
        return database.description();
    }

    @Override
    public FerryException failure(String doing, SQLException failure, Connection connection, String schema) {
        DatabaseException explained = SqlFailure.explainReading(doing, failure, connection, schema);
        return new DatabaseException(
                explained.exitCode(),
                explained.getMessage() + " (" + database.description() + ")",
                explained.advice().orElse(null),
                explained.sqlState().orElse(null),
                explained.getCause());
    }
}

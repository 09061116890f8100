package dev.ferry.source;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;

/** A source's database at a URL. */
@NullMarked
record TestRows(String url) implements SourceRows {
    @Override
    public Connection connect() {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String description() {
        return "test database";
    }

    @Override
    public FerryException failure(String doing, SQLException failure, Connection connection, String schema) {
        return new Failed(doing + " in " + schema, failure);
    }

    /** What a failure became. */
    static final class Failed extends FerryException {
        private static final long serialVersionUID = 1L;

        Failed(String doing, SQLException cause) {
            super(ExitCode.ENVIRONMENT, doing + ": " + cause.getMessage(), null, cause);
        }
    }
}

package dev.ferry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;

/**
 * A connection that Liquibase may commit and roll back as it likes without ending the transaction of its owner.
 *
 * <p>A commit moves a savepoint and a rollback returns to it, so that Liquibase's own rollback (it rolls back while it
 * validates) loses nothing that it committed before. Autocommit stays off and the connection stays open.
 */
final class SavepointConnection extends JdbcConnection {
    private final Connection connection;
    private Savepoint last;

    SavepointConnection(Connection connection) throws SQLException {
        super(connection);
        this.connection = connection;
        this.last = connection.setSavepoint();
    }

    @Override
    public void commit() throws DatabaseException {
        try {
            connection.releaseSavepoint(last);
            last = connection.setSavepoint();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void rollback() throws DatabaseException {
        try {
            connection.rollback(last);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** What is done only to see what it does. */
    @FunctionalInterface
    interface Attempt {
        void run() throws LiquibaseException, SQLException;
    }

    /** Does something, looks at what it did, and goes back to before it; locks that it took are given up as well. */
    void attempt(Attempt attempt, Attempt look) throws LiquibaseException, SQLException {
        commit();
        Savepoint before = last;
        last = connection.setSavepoint();
        attempt.run();
        look.run();
        connection.rollback(before);
        last = before;
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {
        // Off it stays.
    }

    @Override
    public void close() {
        // Its owner closes it.
    }
}

package dev.ferry.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The right to change schemas in this database, held until the transaction ends.
 *
 * <p>All profiles share it, since all share the ledger's schema. It is another lock than the one that keeps runs apart,
 * which the caller holds on a connection of its own. Waiting for it, and for tables in use, ends after {@value
 * #TIMEOUT}.
 */
final class SchemaLock {
    private static final String TIMEOUT = "30s";

    private final Connection connection;
    private final String timeoutBefore;

    private SchemaLock(Connection connection, String timeoutBefore) {
        this.connection = connection;
        this.timeoutBefore = timeoutBefore;
    }

    static SchemaLock take(Connection connection) throws SQLException {
        SchemaLock lock = new SchemaLock(connection, single(connection, "SELECT current_setting('lock_timeout')"));
        lock.setTimeout(TIMEOUT);
        single(connection, "SELECT pg_advisory_xact_lock(hashtextextended('ferry schema changes', 0))::text");
        return lock;
    }

    /** Gives the transaction back the timeout that it had. */
    void restoreTimeout() throws SQLException {
        setTimeout(timeoutBefore);
    }

    private void setTimeout(String timeout) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config('lock_timeout', ?, true)")) {
            statement.setString(1, timeout);
            statement.execute();
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}

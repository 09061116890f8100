package dev.ferry.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One read-only transaction that sees the source as it was when it began, however long it is read.
 *
 * <p>A source is read between writes to the target, so that it may wait for long: no timeout of the server's settings applies
 * but that for locks.
 *
 * @see <a href="https://www.postgresql.org/docs/current/transaction-iso.html">Repeatable Read</a>
 */
final class Snapshot implements AutoCloseable {
    /** Zero is none. */
    private static final String NO_TIMEOUT = "SET statement_timeout TO 0; SET idle_in_transaction_session_timeout TO 0";

    /** Since PostgreSQL 17. */
    private static final String NO_TRANSACTION_TIMEOUT =
            "SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'transaction_timeout'";

    /** Whoever holds a table's lock for longer is not waited for, unless the server or the URL has another limit. */
    private static final String LOCK_TIMEOUT =
            "SELECT set_config('lock_timeout', '60s', false) WHERE current_setting('lock_timeout') = '0'";

    /** What the text of values depends on; and rows that a policy hides are refused, not left out in silence. */
    private static final String SESSION = "SET TIME ZONE 'UTC'; SET DateStyle TO 'ISO, MDY'; "
            + "SET IntervalStyle TO 'postgres'; SET extra_float_digits TO 3; SET bytea_output TO 'hex'; "
            + "SET row_security TO off";

    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private final SourceRows rows;
    private final Connection connection;

    private Snapshot(SourceRows rows, Connection connection) {
        this.rows = rows;
        this.connection = connection;
    }

    /** Connects and begins. */
    static Snapshot of(SourceRows rows) {
        Snapshot snapshot = new Snapshot(rows, rows.connect());
        try {
            snapshot.begin();
            return snapshot;
        } catch (SQLException e) {
            RuntimeException failure = snapshot.failure("the source cannot be read", "", e);
            snapshot.close();
            throw failure;
        }
    }

    private void begin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(NO_TIMEOUT);
            statement.execute(NO_TRANSACTION_TIMEOUT);
            statement.execute(LOCK_TIMEOUT);
            statement.execute(SESSION);
            connection.setAutoCommit(false);
            statement.execute(BEGIN);
            statement.execute("SELECT pg_current_snapshot()");
        }
    }

    /** The database for people. */
    String description() {
        return rows.description();
    }

    /** Begins a query whose rows are fetched a few at a time; the caller closes its statement. */
    ResultSet open(RowQuery.Sql sql, int fetchSize) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        try {
            statement.setFetchSize(fetchSize);
            for (int i = 0; i < sql.parameters().size(); i++) {
                statement.setObject(i + 1, sql.parameters().get(i));
            }
            return statement.executeQuery();
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /**
     * All rows of a query that has few.
     *
     * @param schema the schema that is read, empty where it is PostgreSQL's own
     */
    <T> List<T> list(String doing, String schema, RowQuery.Sql sql, RowReader<T> reader) {
        try (ResultSet result = open(sql, 0);
                Statement statement = result.getStatement()) {
            List<T> all = new ArrayList<>();
            while (result.next()) {
                all.add(reader.read(result));
            }
            statement.clearWarnings();
            return all;
        } catch (SQLException e) {
            throw failure(doing, schema, e);
        }
    }

    RuntimeException failure(String doing, String schema, SQLException failure) {
        return rows.failure(doing, failure, connection, schema);
    }

    /** Ends the transaction; whether the server still hears of it makes no difference to anyone. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // What was read was read.
            return;
        }
    }

    /** Makes a value of the row at hand. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}

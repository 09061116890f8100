package dev.ferry.ledger;

import dev.ferry.database.DatabaseException;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.postgresql.PGStatement;

/**
 * Records what a run writes, inside the transaction that writes it.
 *
 * <p>Keys are the text forms of a unique key's values (the primary key's), one list per row. One statement per call:
 * its cost is a few percent of the insert. Not thread-safe; the connection stays the caller's. Failures are thrown as
 * {@link DatabaseException} and leave the transaction broken.
 */
public final class TransactionLedger {
    private final Connection connection;
    private final RunId run;
    private final String schema;
    private final BatchNumbers numbers;
    private final Map<String, TableShape> tables = new HashMap<>();
    private final Map<String, TableEnd> ends = new HashMap<>();
    private final FilledTables filled;
    private long batch;

    /** A ledger for a run whose header row is there; the transaction must be open, its text formats are pinned. */
    public TransactionLedger(Connection connection, RunId run, String schema) {
        this(connection, run, schema, BatchNumbers.fromOne());
    }

    /**
     * A ledger for one of several transactions of a run.
     *
     * @param numbers shared by all of them
     */
    public TransactionLedger(Connection connection, RunId run, String schema, BatchNumbers numbers) {
        this.connection = connection;
        this.numbers = numbers;
        this.run = run;
        this.schema = schema;
        this.filled = new FilledTables(connection, run, numbers, this::shape, this::failure);
        try {
            RowText.pin(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The tables whose rows are recorded by their pages: those are not given to {@link #inserted}. */
    public FilledTables filled() {
        return filled;
    }

    /** Records rows that were just inserted, as they are now. */
    public void inserted(String table, List<String> keyColumns, List<List<String>> keys) {
        if (keys.isEmpty()) {
            return;
        }
        BatchKeys rows = new BatchKeys(keyColumns, keys);
        try {
            TableShape shape = shape(table);
            TableEnd end = ends.computeIfAbsent(table, any -> new TableEnd());
            InsertedBatch inserted = new InsertedBatch(connection, run, numbers.next(), table, rows);
            long found = end.from().isPresent()
                    ? inserted.record(
                            shape.hashes(RowHash.VALUES, keyColumns, end.from().get()), end)
                    : 0;
            if (found != keys.size()) {
                end.missed();
                found = inserted.record(shape.hashes(RowHash.VALUES, keyColumns), end);
            }
            if (found != keys.size()) {
                throw new LostRowsException(table, keys.size(), found);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Records which row each natural key of the source became; {@link #inserted} has recorded the rows.
     *
     * @param sourceKeys the keys, see {@link IdentityMap#sourceKey}
     * @param ids the rows' identifiers as text, in the keys' order
     */
    public void identified(String table, List<String> sourceKeys, List<String> ids) {
        try {
            IdentityMap.add(connection, run, schema, table, sourceKeys, ids);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Records which row each natural key of the source became in another database or at another time; for keys that stand for
     * another row now, or for none. Where the row is not there, nothing is recorded.
     *
     * @param identifier the column of the table's primary key
     */
    public void identifiedBefore(String table, String identifier, List<String> sourceKeys, List<String> ids) {
        try {
            IdentityMap.restore(connection, run, schema, table, shape(table), identifier, sourceKeys, ids);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Records rows that are about to be updated, as they are now, and locks them; {@link #updated} must follow. */
    public void updating(String table, List<String> keyColumns, List<List<String>> keys) {
        if (keys.isEmpty()) {
            return;
        }
        filled.record();
        BatchKeys rows = new BatchKeys(keyColumns, keys);
        try {
            String sql = """
                    WITH batch AS (
                      INSERT INTO ferry.run_batches (run_id, batch, table_name, action, key_columns, keys)
                      VALUES (?, ?, ?, 'UPDATE', ?, ?)
                      RETURNING run_id, batch
                    ), rows AS (
                      SELECT k.n, t.image FROM %s, %s
                    ), images AS (
                      INSERT INTO ferry.run_images (run_id, batch, position, image)
                      SELECT run_id, batch, n, image FROM batch, rows RETURNING 1
                    )
                    SELECT count(*) FROM images
                    """.formatted(rows.table(), shape(table).lockedImages(keyColumns));
            batch = numbers.next();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                planAnew(statement);
                int next = rows.setArrays(statement, setBatch(statement, 1, table));
                rows.setTable(statement, next);
                requireAll(statement, keys.size(), found -> gone(table, keys.size(), found));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Records the rows of the preceding {@link #updating} as the update left them; same arguments. */
    public void updated(String table, List<String> keyColumns, List<List<String>> keys) {
        if (keys.isEmpty()) {
            return;
        }
        BatchKeys rows = new BatchKeys(keyColumns, keys);
        try {
            TableShape shape = shape(table);
            String sql = """
                    UPDATE ferry.run_batches SET hashes = (
                      SELECT array_agg(t.hash ORDER BY k.n) FROM %s, %s)
                    WHERE run_id = ? AND batch = ? AND table_name = ? AND action = 'UPDATE' AND hashes IS NULL
                    RETURNING coalesce(cardinality(hashes), 0)
                    """.formatted(rows.table(), shape.hashes(RowHash.TEXT, keyColumns));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                planAnew(statement);
                setBatch(statement, rows.setTable(statement, 1), table);
                requireAll(statement, keys.size(), found -> new LostRowsException(table, keys.size(), found));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Deletes all rows of a table and records them. Tables that refer to it come first; until the transaction ends
     * nobody else can write to it, or add a row that refers to it. PostgreSQL looks for rows that refer to each deleted
     * one: without an index on the referring columns the time grows with the square of the rows.
     *
     * @return how many rows were deleted
     * @throws dev.ferry.failure.RefusalException where rows of other tables would be deleted or changed with them
     * @throws LostRowsException where rows are there afterwards
     */
    public long clear(String table, List<String> keyColumns) {
        try {
            TableClearing.Cleared cleared = new TableClearing(connection, run, schema, table, shape(table), keyColumns)
                    .clear(numbers.last() + 1);
            numbers.use(cleared.batches());
            return cleared.rows();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Ends the run well: its tag and its own row enter the profile's changelog table, its header becomes COMPLETED.
     *
     * @throws dev.ferry.failure.UsageException where the tag is taken
     */
    public void complete(String tag, List<EntityCount> counts, String sha256) {
        try {
            recordTables();
            RunRows.complete(connection, run, tag, sha256, numbers.last(), counts);
            ChangelogRows.append(connection, schema, run, tag);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Ends one transaction of a run that has several: what it did is known to whoever goes on with the run.
     *
     * @throws dev.ferry.failure.RefusalException where the run was ended by someone else
     */
    public void checkpoint(BatchPlace place, List<EntityCount> counts) {
        try {
            recordTables();
            RunCheckpoints.add(connection, run, place, counts);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Last, since a batch that is taken back to its savepoint would take such a row with it. */
    private void recordTables() throws SQLException {
        filled.record();
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO ferry.run_tables (run_id, table_name, columns) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")) {
            for (Map.Entry<String, TableShape> table : tables.entrySet()) {
                statement.setString(1, run.value());
                statement.setString(2, table.getKey());
                statement.setString(3, table.getValue().description());
                statement.executeUpdate();
            }
        }
    }

    private TableShape shape(String table) throws SQLException {
        TableShape known = tables.get(table);
        if (known != null) {
            return known;
        }
        TableShape shape = TableShape.find(connection, schema, table)
                .orElseThrow(() -> new IllegalArgumentException("no table " + table + " in schema " + schema));
        tables.put(table, shape);
        return shape;
    }

    /** A plan that was made for a table when it was empty would stay, and serve a full one badly. */
    static void planAnew(PreparedStatement statement) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }

    private int setBatch(PreparedStatement statement, int first, String table) throws SQLException {
        statement.setString(first, run.value());
        statement.setLong(first + 1, batch);
        statement.setString(first + 2, table);
        return first + 3;
    }

    private static void requireAll(PreparedStatement statement, int rows, LongFunction<FerryException> missing)
            throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            long found = result.next() ? result.getLong(1) : 0;
            if (found != rows) {
                throw missing.apply(found);
            }
        }
    }

    private static FerryException gone(String table, int expected, long found) {
        return new DatabaseException(
                ExitCode.ENVIRONMENT,
                "of " + expected + " rows of " + table + " that were there, " + found + " are there now",
                "someone else deleted rows meanwhile; run it again",
                null,
                null);
    }

    private DatabaseException failure(SQLException cause) {
        return SqlFailure.explain("the ledger could not be written", cause, connection, RunLedger.SCHEMA, schema);
    }
}

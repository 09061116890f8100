package dev.ferry.ledger;

import dev.ferry.failure.RefusalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes runs back, newest first, inside the caller's transaction: batch by batch in reverse order, each with a few
 * statements for all its rows.
 *
 * <p>With {@link DriftPolicy#ABORT} it goes through everything all the same, so that all drift is found; the caller
 * must then roll the transaction back. Not thread-safe.
 */
public final class Undo {
    private final Connection connection;
    private final String schema;
    private final DriftPolicy policy;
    private final List<Drift> drift = new ArrayList<>();
    private final KeptRows kept = new KeptRows();
    private final Map<String, Counter> counters = new LinkedHashMap<>();

    /** An undo of runs that wrote to this schema. */
    public Undo(Connection connection, String schema, DriftPolicy policy) {
        this.connection = connection;
        this.schema = schema;
        this.policy = policy;
    }

    /**
     * Takes a run's rows back and marks it ROLLED_BACK.
     *
     * @throws RefusalException where a table is not as the run knew it, or a constraint or trigger stands in the way
     */
    public void run(RunId run) throws SQLException {
        takeBack(run);
        RunRows.rolledBack(connection, run);
    }

    /**
     * Takes back what it can of a run that only inserted. With {@link DriftPolicy#KEEP}, one of whose rows some stay remains
     * as it was for these, so that they can be taken back later.
     *
     * @return whether nothing stays, and the run is ROLLED_BACK
     * @throws RefusalException as {@link #run} does
     */
    public boolean clean(RunId run) throws SQLException {
        Map<String, TableShape> tables = takeBack(run);
        long left = 0;
        for (Batch batch : batches(run)) {
            left += RemainingRows.reduce(connection, run, batch, shape(run, batch, tables));
        }
        if (left == 0) {
            RunRows.rolledBack(connection, run);
        }
        return left == 0;
    }

    private Map<String, TableShape> takeBack(RunId run) throws SQLException {
        RowText.pin(connection);
        Map<String, TableShape> tables = tables(run);
        execute("SET CONSTRAINTS ALL DEFERRED");
        for (Batch batch : batches(run)) {
            TableShape table = shape(run, batch, tables);
            Counter counter = counter(batch.table());
            if (batch.action() == Batch.Action.DELETE) {
                new ClearingUndo(connection, run, batch, table, policy, drift, kept).undo(counter);
            } else {
                new BatchUndo(connection, run, batch, table, policy, drift, kept).undo(counter);
            }
        }
        // Deferred checks come now: PostgreSQL refuses DDL on a table with checks pending.
        try {
            execute("SET CONSTRAINTS ALL IMMEDIATE");
        } catch (SQLException e) {
            throw BatchUndo.forbidden(policy, "run " + run, e);
        }
        IdentityMap.remove(connection, run, schema);
        return tables;
    }

    private static TableShape shape(RunId run, Batch batch, Map<String, TableShape> tables) {
        TableShape table = tables.get(batch.table());
        if (table == null) {
            throw new IllegalStateException("no columns recorded for " + batch.table() + " of run " + run);
        }
        return table;
    }

    /** Rows that were no longer as the runs left them. */
    public List<Drift> drift() {
        return List.copyOf(drift);
    }

    /** Rows taken away (deleted) and put back (updated), per table. */
    public List<EntityCount> counts() {
        return counters.entrySet().stream()
                .map(entry -> new EntityCount(
                        entry.getKey(), 0, 0, 0, 0, 0, entry.getValue().restored, 0, 0, entry.getValue().deleted))
                .toList();
    }

    /** Rows of one table, counted while runs are taken back. */
    static final class Counter {
        long deleted;
        long restored;
    }

    private Counter counter(String table) {
        return counters.computeIfAbsent(table, name -> new Counter());
    }

    /** The batches, newest first, those of one clearing as one. */
    private List<Batch> batches(RunId run) throws SQLException {
        List<Batch> batches = new ArrayList<>();
        String hashed = RowHash.isNoted(connection) ? "hashed" : "'" + RowHash.TEXT + "'";
        try (PreparedStatement statement = connection.prepareStatement("SELECT batch, action, table_name, key_columns, "
                + hashed + " AS hashed " + "FROM ferry.run_batches WHERE run_id = ? ORDER BY batch DESC")) {
            statement.setString(1, run.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Batch batch = new Batch(
                            row.getLong("batch"),
                            row.getLong("batch"),
                            Batch.Action.valueOf(row.getString("action")),
                            row.getString("table_name"),
                            List.of((String[]) row.getArray("key_columns").getArray()),
                            RowHash.valueOf(row.getString("hashed")));
                    int newest = batches.size() - 1;
                    if (newest >= 0 && batches.get(newest).continues(batch)) {
                        batches.set(newest, batches.get(newest).joined(batch));
                    } else {
                        batches.add(batch);
                    }
                }
            }
        }
        return batches;
    }

    /** The run's tables, each with the columns that the run knew. */
    private Map<String, TableShape> tables(RunId run) throws SQLException {
        Map<String, TableShape> tables = new LinkedHashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT table_name, columns FROM ferry.run_tables WHERE run_id = ?")) {
            statement.setString(1, run.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String table = row.getString("table_name");
                    tables.put(table, sameTable(run, table, row.getString("columns")));
                }
            }
        }
        return tables;
    }

    private TableShape sameTable(RunId run, String table, String columns) throws SQLException {
        String now = TableShape.find(connection, schema, table)
                .map(TableShape::description)
                .orElse("is gone");
        if (!now.equals(columns)) {
            throw new RefusalException(
                    "run " + run + " cannot be taken back: table " + table + " had the columns (" + columns
                            + ") when it wrote to it, and now " + (now.equals("is gone") ? now : "has (" + now + ")"),
                    "the schema was changed or rolled back by other means; bring it back to what the run knew");
        }
        return TableShape.find(connection, schema, table).orElseThrow();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

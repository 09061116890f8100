package dev.ferry.ledger;

import dev.ferry.database.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The tables that a transaction fills alone; their rows are recorded by their pages. Failures are those of the ledger. */
public final class FilledTables {
    private final Connection connection;
    private final RunId run;
    private final BatchNumbers numbers;
    private final Shapes shapes;
    private final Function<SQLException, DatabaseException> failures;
    private final Map<String, FilledTable> byName = new LinkedHashMap<>();

    /** @param failures makes a failure of the ledger of one of the database */
    FilledTables(
            Connection connection,
            RunId run,
            BatchNumbers numbers,
            Shapes shapes,
            Function<SQLException, DatabaseException> failures) {
        this.connection = connection;
        this.run = run;
        this.numbers = numbers;
        this.shapes = shapes;
        this.failures = failures;
    }

    /** Finds tables. */
    @FunctionalInterface
    interface Shapes {
        TableShape of(String table) throws SQLException;
    }

    /**
     * Hears that a table has no row, and that until the transaction ends only this one adds any. It is not taken where its rows
     * cannot be recorded so.
     */
    public void begin(String table, List<String> keyColumns) {
        try {
            FilledTable.of(connection, run, numbers, shapes.of(table), table, keyColumns)
                    .ifPresent(filled -> byName.putIfAbsent(table, filled));
        } catch (SQLException e) {
            throw failures.apply(e);
        }
    }

    /** Whether rows that are inserted are told of by {@link #expect}, and recorded later. */
    public boolean contain(String table) {
        return byName.containsKey(table);
    }

    /** Takes note of rows that were inserted in a savepoint of their own, once that cannot take them back. */
    public void expect(String table, int rows) {
        try {
            Objects.requireNonNull(byName.get(table)).inserted(rows);
        } catch (SQLException e) {
            throw failures.apply(e);
        }
    }

    /**
     * Records the rows that are left; those that are inserted from now on are recorded batch by batch.
     *
     * @throws LostRowsException where there are more or fewer than expected
     */
    public void record() {
        try {
            for (FilledTable table : byName.values()) {
                table.end();
            }
            byName.clear();
        } catch (SQLException e) {
            throw failures.apply(e);
        }
    }
}

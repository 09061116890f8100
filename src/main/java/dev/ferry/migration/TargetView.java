package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.database.DatabaseException;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.FerryException;
import dev.ferry.migration.Analysis.AnalyzedColumn;
import dev.ferry.migration.Analysis.AnalyzedTable;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a target has of a profile's tables; read in one read-only transaction.
 *
 * @param title the target for people, or why nothing is known of it
 */
record TargetView(String title, List<AnalyzedTable> tables) {
    private static final String COLUMNS = """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum""";

    static TargetView of(MigrationOptions options, Optional<Database> database) {
        return database.map(known -> read(known, options))
                .orElseGet(() -> new TargetView("no target is given", List.of()));
    }

    private static TargetView read(Database database, MigrationOptions options) {
        try (Connection connection = database.connect("analyze")) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<AnalyzedTable> tables = new ArrayList<>();
            for (Table<?> table : Step.tables(options.profile().steps())) {
                tables.add(table(connection, options.schema(), table.name()));
            }
            connection.rollback();
            String title = database.description() + ", schema " + options.schema();
            boolean none = tables.stream().allMatch(table -> table.rows().isEmpty());
            return new TargetView(none ? title + ", which has none of the tables yet" : title, tables);
        } catch (SQLException e) {
            return unknown(database, SqlFailure.explain(e));
        } catch (DatabaseException e) {
            return unknown(database, e);
        }
    }

    private static TargetView unknown(Database database, FerryException failure) {
        return new TargetView(database.description() + " cannot be read: " + failure.getMessage(), List.of());
    }

    private static AnalyzedTable table(Connection connection, String schema, String name) throws SQLException {
        List<AnalyzedColumn> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            statement.setString(2, name);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new AnalyzedColumn(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return new AnalyzedTable(
                name, columns.isEmpty() ? OptionalLong.empty() : count(connection, schema, name), columns);
    }

    private static OptionalLong count(Connection connection, String schema, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String table = statement.enquoteIdentifier(schema, true) + "." + statement.enquoteIdentifier(name, true);
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                rows.next();
                return OptionalLong.of(rows.getLong(1));
            }
        }
    }

    /** The rows of a table; empty where it is not there. */
    OptionalLong rows(String table) {
        return tables.stream()
                .filter(known -> known.name().equals(table))
                .map(AnalyzedTable::rows)
                .findFirst()
                .orElse(OptionalLong.empty());
    }
}

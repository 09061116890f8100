package dev.ferry.selftest;

import dev.ferry.database.Database;
import dev.ferry.database.Identifier;
import dev.ferry.database.SqlFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every row of a schema's tables in PostgreSQL's text form, but for Liquibase's own tables; read with plain SQL, so that it does
 * not share a mistake with what it judges. Samples are small, so it is held in memory.
 *
 * @param tables the sorted rows of each table
 */
record Snapshot(Map<String, List<String>> tables) {
    Snapshot {
        tables = Map.copyOf(tables);
    }

    static Snapshot of(Database database, String schema) {
        try (Connection connection = database.connect("selftest")) {
            Map<String, List<String>> tables = new TreeMap<>();
            for (String table : names(connection, schema)) {
                tables.put(
                        table,
                        column(
                                connection,
                                "SELECT t::text FROM " + Identifier.quoted(schema) + "." + Identifier.quoted(table)
                                        + " t ORDER BY 1"));
            }
            return new Snapshot(tables);
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private static List<String> names(Connection connection, String schema) throws SQLException {
        return column(
                connection,
                "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema = '"
                        + schema.replace("'", "''") + "' AND table_name NOT LIKE 'databasechangelog%' ORDER BY 1");
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(String.valueOf(row.getString(1)));
            }
        }
        return values;
    }

    /** How many rows there are. */
    long rows() {
        return tables.values().stream().mapToLong(List::size).sum();
    }

    /** Fails where another one is not the same, naming the first table that differs. */
    void requireSame(Snapshot other, String when) {
        tables.forEach((table, rows) -> {
            List<String> others = other.tables.getOrDefault(table, List.of());
            BrokenPromise.unless(
                    rows.equals(others),
                    when + ", table " + table + " is not as before: it had " + rows.size() + " rows and has "
                            + others.size()
                            + (rows.size() == others.size() ? ", some of which differ" : ""));
        });
        BrokenPromise.unless(
                tables.keySet().equals(other.tables.keySet()),
                when + ", there are other tables: " + other.tables.keySet());
    }
}

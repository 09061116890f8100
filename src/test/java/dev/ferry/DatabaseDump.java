package dev.ferry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;

/** Reads a database with plain SQL, for comparing it before and after. */
@NullMarked
public final class DatabaseDump {
    private DatabaseDump() {}

    /** Every table of a schema but Liquibase's own, as the sorted text forms of its rows. */
    public static Map<String, List<String>> of(String url, String schema) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : column(
                url,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema
                        + "' AND table_name NOT LIKE 'databasechangelog%' ORDER BY 1")) {
            tables.put(table, column(url, "SELECT t::text FROM \"" + schema + "\".\"" + table + "\" t ORDER BY 1"));
        }
        return tables;
    }

    /** The first column of a query's rows. */
    public static List<String> column(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(String.valueOf(result.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The only value of a query. */
    public static String value(String url, String sql) {
        List<String> values = column(url, sql);
        if (values.size() != 1) {
            throw new IllegalStateException(sql + " gave " + values);
        }
        return values.get(0);
    }

    /** Executes statements. */
    public static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

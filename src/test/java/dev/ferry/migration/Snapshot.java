package dev.ferry.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a schema at one moment, read with plain SQL: by table and primary key, each with its own text form.
 *
 * @param tables the profile's tables
 * @param changelog the rows of Liquibase's table, in their order
 * @param identities the ledger's identity map of the schema
 */
@NullMarked
record Snapshot(Map<String, Map<String, Row>> tables, List<String> changelog, List<String> identities) {
    /**
     * A row.
     *
     * @param image its text form, all its bytes
     * @param values its columns as text
     */
    record Row(String image, Map<String, @Nullable String> values) {
        /** Whether it has these columns in common with another row, none of them NULL. */
        boolean matches(List<String> columns, Row other, List<String> otherColumns) {
            for (int i = 0; i < columns.size(); i++) {
                String value = values.get(columns.get(i));
                if (value == null || !value.equals(other.values.get(otherColumns.get(i)))) {
                    return false;
                }
            }
            return true;
        }

        boolean sameAs(@Nullable Row other) {
            return other != null && image.equals(other.image);
        }
    }

    /** What a schema holds now; nothing where it is not there. */
    static Snapshot of(Connection connection, String schema) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + quoted(schema) + "; SET TimeZone = 'UTC'");
            Map<String, List<String>> keys = primaryKeys(statement, schema);
            Map<String, Map<String, Row>> tables = new TreeMap<>();
            for (Map.Entry<String, List<String>> table : keys.entrySet()) {
                tables.put(table.getKey(), rows(statement, table.getKey(), table.getValue()));
            }
            return new Snapshot(
                    tables,
                    lines(
                            statement,
                            schema,
                            "databasechangelog",
                            "SELECT t::text FROM databasechangelog t ORDER BY orderexecuted, id"),
                    lines(
                            statement,
                            "ferry",
                            "identities",
                            "SELECT t::text FROM ferry.identities t WHERE schema_name = '" + schema + "' ORDER BY 1"));
        } catch (SQLException e) {
            throw new IllegalStateException(schema, e);
        }
    }

    private static List<String> lines(Statement statement, String schema, String table, String query)
            throws SQLException {
        List<String> lines = new ArrayList<>();
        if (exists(statement, schema, table)) {
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
        }
        return lines;
    }

    private static boolean exists(Statement statement, String schema, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT FROM pg_tables WHERE schemaname = '" + schema + "' AND tablename = '" + table + "'")) {
            return row.next();
        }
    }

    private static Map<String, List<String>> primaryKeys(Statement statement, String schema) throws SQLException {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("""
                SELECT c.relname, a.attname FROM pg_index i
                JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS p (number, n)
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.number
                WHERE n.nspname = '%s' AND i.indisprimary AND c.relname NOT LIKE 'databasechangelog%%'
                ORDER BY c.relname, p.n
                """.formatted(schema))) {
            while (row.next()) {
                keys.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        return keys;
    }

    private static Map<String, Row> rows(Statement statement, String table, List<String> key) throws SQLException {
        Map<String, Row> rows = new TreeMap<>();
        try (ResultSet result =
                statement.executeQuery("SELECT (t.*)::text AS row_image, t.* FROM " + quoted(table) + " t")) {
            while (result.next()) {
                Map<String, @Nullable String> values = new LinkedHashMap<>();
                for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                    values.put(result.getMetaData().getColumnName(i), result.getString(i));
                }
                rows.put(
                        key.stream().map(values::get).collect(Collectors.joining("/")),
                        new Row(result.getString(1), values));
            }
        }
        return rows;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The rows of a table. */
    Map<String, Row> rows(String table) {
        return Objects.requireNonNull(tables.get(table), table);
    }

    /** A row's own state, if there is one. */
    @Nullable
    Row row(String table, String key) {
        return rows(table).get(key);
    }

    /** How many rows there are in all. */
    long size() {
        return tables.values().stream().mapToLong(Map::size).sum();
    }

    /** The text forms of all rows, for comparing. */
    Map<String, Map<String, String>> images() {
        Map<String, Map<String, String>> images = new TreeMap<>();
        tables.forEach((table, rows) -> {
            Map<String, String> byKey = new TreeMap<>();
            rows.forEach((key, row) -> byKey.put(key, row.image()));
            images.put(table, byKey);
        });
        return images;
    }
}

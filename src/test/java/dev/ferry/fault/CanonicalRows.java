package dev.ferry.fault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of a schema without what differs from run to run, and how often each is there.
 *
 * <p>Identifiers from sequences are left out, and where another row refers to one it refers to what that row says. Times
 * of this harness's own, and hashes of passwords that were salted just now, are only marked.
 */
final class CanonicalRows {
    /** The columns, with the expression that reads each, and where one refers to. */
    private static final String COLUMNS = """
            SELECT c.relname, a.attname, format_type(a.atttypid, -1) AS type,
                   coalesce(pg_get_expr(d.adbin, d.adrelid), '') LIKE 'nextval(%%' AS generated,
                   (SELECT f.relname FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
                    WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS refers_to,
                   (SELECT g.attname FROM pg_constraint k JOIN pg_attribute g
                      ON g.attrelid = k.confrelid AND g.attnum = k.confkey[1]
                    WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS key
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = to_regnamespace('%s') AND c.relkind = 'r'
              AND c.relname NOT LIKE 'databasechangelog%%'
            ORDER BY c.relname, a.attnum
            """;

    private final Map<String, Map<String, Integer>> tables = new TreeMap<>();
    private final Map<String, List<Column>> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> identities = new HashMap<>();
    private final Connection connection;
    private final String schema;
    private final Instant start;

    private record Column(String name, String type, boolean generated, String refersTo, String key) {}

    private CanonicalRows(Connection connection, String schema, Instant start) {
        this.connection = connection;
        this.schema = schema;
        this.start = start;
    }

    /**
     * Reads them.
     *
     * @param start from when on a time is one of the harness, and none of a source
     */
    static CanonicalRows of(String url, String schema, Instant start) {
        try (Connection connection = DriverManager.getConnection(url)) {
            CanonicalRows rows = new CanonicalRows(connection, schema, start);
            rows.readColumns();
            for (String table : List.copyOf(rows.columns.keySet())) {
                rows.read(table);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(url, e);
        }
    }

    private void readColumns() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS.formatted(schema))) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString("relname"), table -> new ArrayList<>())
                        .add(new Column(
                                row.getString("attname"),
                                row.getString("type"),
                                row.getBoolean("generated"),
                                String.valueOf(row.getString("refers_to")),
                                String.valueOf(row.getString("key"))));
            }
        }
    }

    /** Tables that this one refers to come first; gives what stands for each of its generated identifiers. */
    private Map<String, String> read(String table) throws SQLException {
        Map<String, String> known = identities.get(table);
        if (known != null) {
            return known;
        }
        Map<String, String> own = new HashMap<>();
        identities.put(table, own);
        List<Column> read = columns.getOrDefault(table, List.of());
        Map<String, Map<String, String>> referred = new HashMap<>();
        for (Column column : read) {
            if (isGenerated(column.refersTo(), column.key())
                    && !column.refersTo().equals(table)) {
                referred.put(column.name(), read(column.refersTo()));
            }
        }
        Map<String, Integer> rows = tables.computeIfAbsent(table, name -> new TreeMap<>());
        String sql = "SELECT "
                + String.join(", ", read.stream().map(this::expression).toList()) + " FROM \"" + schema + "\".\""
                + table
                + "\"";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                String id = "";
                for (int i = 0; i < read.size(); i++) {
                    Column column = read.get(i);
                    String value = String.valueOf(row.getString(i + 1));
                    if (column.generated()) {
                        id = value;
                    } else {
                        text.append(column.name())
                                .append('=')
                                .append(referred.getOrDefault(column.name(), Map.of())
                                        .getOrDefault(value, value))
                                .append('\n');
                    }
                }
                rows.merge(text.toString(), 1, Integer::sum);
                own.put(id, digest(text.toString()));
            }
        }
        return own;
    }

    private boolean isGenerated(String table, String name) {
        return columns.getOrDefault(table, List.of()).stream()
                .anyMatch(column -> column.generated() && column.name().equals(name));
    }

    private String expression(Column column) {
        String name = "\"" + column.name() + "\"";
        if (column.type().equals("timestamp with time zone")) {
            return "CASE WHEN " + name + " >= '" + start + "' THEN 'now' ELSE " + name + "::text END";
        }
        return column.name().equals("password")
                ? "CASE WHEN " + name + " LIKE '$2a$%' THEN 'salted now' ELSE " + name + " END"
                : name + "::text";
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** How many rows there are. */
    long size() {
        return tables.values().stream()
                .flatMap(rows -> rows.values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** The rows that are here more often than there, by table and row; a row for each time. */
    List<String> without(CanonicalRows other) {
        List<String> more = new ArrayList<>();
        tables.forEach((table, rows) -> {
            Map<String, Integer> there = other.tables.getOrDefault(table, Map.of());
            rows.forEach((row, count) -> {
                for (int i = there.getOrDefault(row, 0); i < count; i++) {
                    more.add(table + ": " + row.strip().replace('\n', ' '));
                }
            });
        });
        return more;
    }

    /** Whether the same rows are there, equally often; a table without rows is as good as none. */
    boolean isSame(CanonicalRows other) {
        return without(other).isEmpty() && other.without(this).isEmpty();
    }
}

package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as the catalog knows it, with its names quoted for SQL.
 *
 * @param oid the table's oid
 * @param sqlName schema and name
 * @param columns its columns in their order
 */
public record TableShape(long oid, String sqlName, List<Column> columns) {
    private static final String READ = """
            SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS sql_name, a.attname,
                   quote_ident(a.attname) AS column_name,
                   CASE WHEN tn.nspname = 'pg_catalog' THEN format_type(a.atttypid, a.atttypmod)
                        ELSE format('%I.%I', tn.nspname, t.typname) END AS type,
                   a.atttypmod, CASE WHEN a.attgenerated <> '' THEN 'NEVER' WHEN a.attidentity = 'a' THEN 'ON_INSERT'
                                     ELSE 'ALWAYS' END AS writable
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            JOIN pg_namespace tn ON tn.oid = t.typnamespace
            WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p')
            ORDER BY a.attnum
            """;

    public TableShape {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name as the catalog has it
     * @param sqlName quoted for SQL
     * @param type as a cast takes it, independent of search_path
     * @param description name and type, for people and for comparing
     * @param writable when a statement may set it
     */
    public record Column(String name, String sqlName, String type, String description, Writable writable) {}

    /** When a statement may set a column. */
    public enum Writable {
        /** On insert and update. */
        ALWAYS,
        /** On insert only: identity columns that are generated always. */
        ON_INSERT,
        /** Never: generated columns. */
        NEVER
    }

    /** The table of this name, if there is one. */
    public static Optional<TableShape> find(Connection connection, String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                long oid = 0;
                String sqlName = "";
                List<Column> columns = new ArrayList<>();
                while (row.next()) {
                    oid = row.getLong("oid");
                    sqlName = row.getString("sql_name");
                    columns.add(column(row));
                }
                return columns.isEmpty() ? Optional.empty() : Optional.of(new TableShape(oid, sqlName, columns));
            }
        }
    }

    /** Whether there is such a table. */
    public static boolean exists(Connection connection, String schema, String table) throws SQLException {
        return find(connection, schema, table).isPresent();
    }

    private static Column column(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new Column(
                row.getString("attname"),
                row.getString("column_name"),
                type,
                row.getString("column_name") + " " + type
                        + (type.contains(".") && row.getInt("atttypmod") >= 0 ? "/" + row.getInt("atttypmod") : ""),
                Writable.valueOf(row.getString("writable")));
    }

    /** The columns for people; equal for two tables whose rows have the same text form. */
    public String description() {
        return columns.stream().map(Column::description).collect(Collectors.joining(", "));
    }

    /** The columns that an UPDATE may set. */
    List<Column> updatable() {
        return columns.stream()
                .filter(column -> column.writable() == Writable.ALWAYS)
                .toList();
    }

    /** The columns that an INSERT may set. */
    public List<Column> insertable() {
        return columns.stream()
                .filter(column -> column.writable() != Writable.NEVER)
                .toList();
    }

    /**
     * The hashes of the rows with keys {@code k} and their places, as a table {@code t(hash, place)} to join with them.
     *
     * <p>A lateral subquery that the planner cannot pull up, so that each key is looked up in the index: the table grows
     * while its statistics are old, and a join would be planned as a scan of all of it, once per batch.
     */
    String hashes(RowHash hash, List<String> keyColumns) {
        return lateral(hash.of(this) + " AS hash", keyColumns, "");
    }

    /** The same, and locks the rows until the transaction ends. */
    String lockedHashes(RowHash hash, List<String> keyColumns) {
        return lateral(hash.of(this) + " AS hash", keyColumns, " FOR UPDATE");
    }

    /** The text forms of the rows in place of their hashes, as {@code t(image, place)}; locks the rows too. */
    String lockedImages(List<String> keyColumns) {
        return lateral("(t.*)::text AS image", keyColumns, " FOR UPDATE");
    }

    /**
     * The hashes of rows whose identifier is a given one or behind it: all rows there are looked at, and none before them.
     *
     * @param from as PostgreSQL writes it, such as {@code (17,0)}
     */
    String hashes(RowHash hash, List<String> keyColumns, String from) {
        return "LATERAL (SELECT " + hash.of(this) + " AS hash, t.ctid AS place FROM " + sqlName + " t WHERE t.ctid >= '"
                + from + "'::tid AND " + keyJoin("t", "k", keyColumns) + ") t";
    }

    private String lateral(String value, List<String> keyColumns, String lock) {
        return "LATERAL (SELECT " + value + ", t.ctid AS place FROM " + sqlName + " t WHERE "
                + keyJoin("t", "k", keyColumns) + " OFFSET 0" + lock + ") t";
    }

    /**
     * The condition that joins rows of this table with keys that are text, in columns c1, c2, and so on. The keys are
     * cast to the columns' types, and not the columns to text, so that the primary key's index serves.
     *
     * @param row the alias of this table
     * @param key the alias of the keys
     */
    String keyJoin(String row, String key, List<String> keyColumns) {
        return IntStream.range(0, keyColumns.size())
                .mapToObj(i -> {
                    Column column = column(keyColumns.get(i));
                    return row + "." + column.sqlName() + " = " + key + ".c" + (i + 1) + "::" + column.type();
                })
                .collect(Collectors.joining(" AND "));
    }

    /** A key in the form that its columns' types give it, whatever text it was read from, as SQL. */
    String exactKey(String key, List<String> keyColumns) {
        return IntStream.range(0, keyColumns.size())
                .mapToObj(i ->
                        key + ".c" + (i + 1) + "::" + column(keyColumns.get(i)).type())
                .collect(Collectors.joining(", ", "ROW(", ")::text"));
    }

    Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(sqlName + " has no column " + name));
    }
}

package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which row each natural key of a source became, for tables that have no columns for it. Entries belong to the run that made
 * the row, and go with it; one whose row is gone counts for nothing.
 */
public final class IdentityMap {
    private static final String TABLE = "ferry.identities";

    private IdentityMap() {}

    /** A natural key as the ledger keeps it; different keys of one length give different texts. */
    public static String sourceKey(List<Object> values) {
        StringBuilder key = new StringBuilder();
        for (Object value : values) {
            if (!key.isEmpty()) {
                key.append('/');
            }
            key.append(value.toString().replace("\\", "\\\\").replace("/", "\\/"));
        }
        return key.toString();
    }

    /**
     * A lateral subquery {@code i(id)} with the identifier of the row that a source key stands for.
     *
     * @param table the table with its schema, as SQL
     * @param identifier the column of its primary key, as SQL
     * @param type the column's type
     * @param key the source key, as SQL
     * @return SQL with two parameters: the schema's name and the table's
     */
    public static String lookup(String table, String identifier, String type, String key) {
        return """
                LATERAL (SELECT l.%2$s AS id FROM %5$s m JOIN %1$s l ON l.%2$s = m.target_id::%3$s
                 WHERE m.schema_name = ? AND m.table_name = ? AND m.source_key = %4$s
                 ORDER BY m.run_id DESC LIMIT 1) i""".formatted(table, identifier, type, key, TABLE);
    }

    /** Adds the entries of rows that a run made. */
    static void add(
            Connection connection, RunId run, String schema, String table, List<String> sourceKeys, List<String> ids)
            throws SQLException {
        String sql = "INSERT INTO " + TABLE + " (run_id, schema_name, table_name, source_key, target_id)"
                + " SELECT ?, ?, ?, k, t FROM unnest(?::text[], ?::text[]) e(k, t)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setString(2, schema);
            statement.setString(3, table);
            statement.setArray(4, connection.createArrayOf("text", sourceKeys.toArray()));
            statement.setArray(5, connection.createArrayOf("text", ids.toArray()));
            statement.executeUpdate();
        }
    }

    /**
     * Hears the entries of a table that count, ordered by source key.
     *
     * @param identifier the column of the table's primary key
     * @return how many there are
     */
    public static <X extends Exception> long read(
            Connection connection, String schema, TableShape table, String name, String identifier, Hearer<X> hearer)
            throws SQLException, X {
        if (!TableShape.exists(connection, "ferry", "identities")) {
            return 0; // There is no ledger, or one of an older format, in which no run has any.
        }
        TableShape.Column column = table.column(identifier);
        String sql = "SELECT DISTINCT ON (m.source_key COLLATE \"C\") m.source_key, m.target_id FROM " + TABLE
                + " m JOIN " + table.sqlName() + " t ON t." + column.sqlName() + " = m.target_id::" + column.type()
                + " WHERE m.schema_name = ? AND m.table_name = ?"
                + " ORDER BY m.source_key COLLATE \"C\", m.run_id DESC";
        long entries = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(10_000);
            statement.setString(1, schema);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    hearer.entry(row.getString(1), row.getString(2));
                    entries++;
                }
            }
        }
        return entries;
    }

    /** Hears one entry after the other. */
    @FunctionalInterface
    public interface Hearer<X extends Exception> {
        void entry(String sourceKey, String id) throws X;
    }

    /** Adds those entries of rows that are there whose source keys stand for another row, or for none. */
    static void restore(
            Connection connection,
            RunId run,
            String schema,
            String name,
            TableShape table,
            String identifier,
            List<String> sourceKeys,
            List<String> ids)
            throws SQLException {
        TableShape.Column column = table.column(identifier);
        String sql = "INSERT INTO " + TABLE + " (run_id, schema_name, table_name, source_key, target_id)"
                + " SELECT ?, ?, ?, e.k, e.t FROM unnest(?::text[], ?::text[]) e(k, t)"
                + " JOIN " + table.sqlName() + " r ON r." + column.sqlName() + " = e.t::" + column.type()
                + " WHERE NOT EXISTS (SELECT FROM "
                + lookup(table.sqlName(), column.sqlName(), column.type(), "e.k") + " WHERE i.id = r."
                + column.sqlName() + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setString(2, schema);
            statement.setString(3, name);
            statement.setArray(4, connection.createArrayOf("text", sourceKeys.toArray()));
            statement.setArray(5, connection.createArrayOf("text", ids.toArray()));
            statement.setString(6, schema);
            statement.setString(7, name);
            statement.executeUpdate();
        }
    }

    /**
     * Takes the entries of a run away, after its rows; those of rows that stay, stay, but for rows that were there before the
     * run: it deleted them and put them in again, and they had entries of their own.
     */
    static void remove(Connection connection, RunId run, String schema) throws SQLException {
        if (!TableShape.exists(connection, "ferry", "identities")) {
            return; // The ledger has an older format, in which no run has any.
        }
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + TABLE
                + " m WHERE m.run_id = ? AND NOT EXISTS (SELECT FROM ferry.run_batches b WHERE b.run_id = m.run_id"
                + " AND b.table_name = m.table_name AND b.action = 'INSERT')")) {
            statement.setString(1, run.value());
            statement.executeUpdate();
        }
        for (List<String> table : tables(connection, run)) {
            TableShape shape = TableShape.find(connection, schema, table.get(0)).orElseThrow();
            TableShape.Column identifier = shape.column(table.get(1));
            String sql = "DELETE FROM " + TABLE
                    + " m WHERE m.run_id = ? AND m.table_name = ? AND (NOT EXISTS (SELECT FROM " + shape.sqlName()
                    + " t WHERE t." + identifier.sqlName() + " = m.target_id::" + identifier.type() + ")"
                    + " OR m.target_id IN (SELECT unnest(b.keys[1:1]) FROM ferry.run_batches b"
                    + " WHERE b.run_id = ? AND b.table_name = ? AND b.action = 'DELETE'))";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, run.value());
                statement.setString(2, table.get(0));
                statement.setString(3, run.value());
                statement.setString(4, table.get(0));
                statement.executeUpdate();
            }
        }
    }

    /** The tables in which a run made rows with entries, each with the column of its primary key. */
    private static List<List<String>> tables(Connection connection, RunId run) throws SQLException {
        String sql = "SELECT DISTINCT b.table_name, b.key_columns[1] FROM ferry.run_batches b WHERE b.run_id = ?"
                + " AND b.action = 'INSERT' AND EXISTS (SELECT FROM " + TABLE
                + " m WHERE m.run_id = b.run_id AND m.table_name = b.table_name)";
        List<List<String>> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(List.of(row.getString(1), row.getString(2)));
                }
            }
        }
        return tables;
    }
}

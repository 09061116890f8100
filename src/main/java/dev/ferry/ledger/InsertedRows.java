package dev.ferry.ledger;

import static dev.ferry.database.Identifier.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows that runs inserted into a schema, by the ledger, as one transaction sees it. Belongs to one connection. */
public final class InsertedRows {
    /** Rows that the driver reads at once. */
    private static final int FETCHED = 10_000;

    private final Connection connection;
    private final String schema;

    /**
     * The rows in this schema.
     *
     * @param connection with a transaction, since rows are streamed
     */
    public InsertedRows(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** What a run was asked to do, as it recorded it; empty where the ledger does not know it. */
    public static Optional<String> options(Connection connection, RunId run) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT options FROM ferry.runs WHERE run_id = ?")) {
            statement.setString(1, run.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * Gives the keys of the rows that runs inserted into a table, whether these are there still or not; in constant memory.
     *
     * @param keyColumns the columns of its primary key
     * @param action takes the text forms of a key's values
     */
    public void forEach(List<RunId> runs, String table, List<String> keyColumns, KeyVisitor action)
            throws SQLException {
        String sql = "SELECT " + names("i", keyColumns.size()) + " FROM ferry.run_batches b CROSS JOIN LATERAL "
                + keys(keyColumns.size()) + " WHERE b.run_id = ANY (?) AND b.table_name = ? AND b.action = 'INSERT'"
                + " ORDER BY b.run_id, b.batch";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", runs.stream().map(RunId::value).toArray()));
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    action.visit(texts(row, keyColumns.size()));
                }
            }
        }
    }

    /** Those of the keys whose rows a completed run inserted into a table. */
    public List<List<String>> ofCompletedRuns(String table, List<String> keyColumns, List<List<String>> keys)
            throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        BatchKeys asked = new BatchKeys(keyColumns, keys);
        String sql = "SELECT DISTINCT " + names("i", keyColumns.size()) + " FROM ferry.runs r JOIN ferry.run_batches b"
                + " ON b.run_id = r.run_id CROSS JOIN LATERAL "
                + keys(keyColumns.size()) + " JOIN " + asked.table() + " ON "
                + IntStream.rangeClosed(1, keyColumns.size())
                        .mapToObj(i -> "i.c" + i + " = k.c" + i)
                        .collect(Collectors.joining(" AND "))
                + " WHERE r.schema_name = ? AND r.status = 'COMPLETED' AND b.table_name = ? AND b.action = 'INSERT'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = asked.setTable(statement, 1);
            statement.setString(next, schema);
            statement.setString(next + 1, table);
            return read(statement, keyColumns.size());
        }
    }

    /**
     * Those of the keys that have a row in a table now.
     *
     * @param named the columns by which people know a row; the ledger's identity map knows it where there are none
     * @return for each its key and its name
     */
    public List<PresentRow> present(String table, List<String> keyColumns, List<String> named, List<List<String>> keys)
            throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        TableShape shape = TableShape.find(connection, schema, table)
                .orElseThrow(() -> new IllegalArgumentException("no table " + table + " in schema " + schema));
        BatchKeys asked = new BatchKeys(keyColumns, keys);
        String name = named.isEmpty()
                ? "coalesce((SELECT m.source_key FROM ferry.identities m WHERE m.schema_name = ? AND m.table_name = ?"
                        + " AND m.target_id = k.c1 ORDER BY m.run_id DESC LIMIT 1), k.c1)"
                : "concat_ws('/', "
                        + named.stream().map(column -> "t." + quoted(column)).collect(Collectors.joining(", ")) + ")";
        String sql = "SELECT " + name + ", " + names("k", keyColumns.size()) + " FROM " + asked.table() + " JOIN "
                + shape.sqlName() + " t ON " + shape.keyJoin("t", "k", keyColumns) + " ORDER BY k.n";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = 1;
            if (named.isEmpty()) {
                statement.setString(next++, schema);
                statement.setString(next++, table);
            }
            asked.setTable(statement, next);
            try (ResultSet row = statement.executeQuery()) {
                List<PresentRow> present = new ArrayList<>();
                while (row.next()) {
                    List<String> key = new ArrayList<>();
                    for (int i = 0; i < keyColumns.size(); i++) {
                        key.add(row.getString(i + 2));
                    }
                    present.add(new PresentRow(key, row.getString(1)));
                }
                return present;
            }
        }
    }

    /** Takes the keys of rows. */
    @FunctionalInterface
    public interface KeyVisitor {
        /** @param key the text forms of a primary key's values */
        void visit(List<String> key) throws SQLException;
    }

    /**
     * A row that is there.
     *
     * @param key the text forms of its primary key's values
     * @param name its natural key, for people
     */
    public record PresentRow(List<String> key, String name) {
        public PresentRow {
            key = List.copyOf(key);
        }
    }

    private static List<List<String>> read(PreparedStatement statement, int columns) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(texts(row, columns));
            }
        }
        return rows;
    }

    private static List<String> texts(ResultSet row, int columns) throws SQLException {
        List<String> texts = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            texts.add(row.getString(i));
        }
        return texts;
    }

    /** The keys of a batch as rows {@code i}: the ledger has an array for each column. */
    private static String keys(int columns) {
        return "unnest("
                + IntStream.rangeClosed(1, columns)
                        .mapToObj(i -> "b.keys[" + i + ":" + i + "]")
                        .collect(Collectors.joining(", "))
                + ") AS i(" + names("", columns) + ")";
    }

    private static String names(String alias, int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(i -> (alias.isEmpty() ? "c" : alias + ".c") + i)
                .collect(Collectors.joining(", "));
    }
}

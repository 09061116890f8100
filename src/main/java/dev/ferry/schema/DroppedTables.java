package dev.ferry.schema;

import dev.ferry.ledger.Drift;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liquibase.exception.LiquibaseException;

/**
 * The tables that schema changesets take away with them, and what is still in them when they go.
 *
 * <p>The runs that are newer than the changeset are undone by then. So a row that is found was written by somebody
 * else, or was kept, and nothing could bring it back.
 */
final class DroppedTables {
    /** How many keys of a table's rows are told. */
    private static final int NAMED = 3;

    private static final String TABLES = """
            SELECT c.oid, c.relname, format('%I.%I', n.nspname, c.relname) AS sql_name,
                   (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY array_position(i.indkey::int[], a.attnum::int))
                    FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
                    WHERE i.indrelid = c.oid AND i.indisprimary) AS key_columns
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p')
            ORDER BY c.relname
            """;

    private final Connection connection;
    private final Changelog changelog;
    private final List<Drift> drift = new ArrayList<>();

    DroppedTables(Connection connection, Changelog changelog) {
        this.connection = connection;
        this.changelog = changelog;
    }

    /** What was found. */
    List<Drift> drift() {
        return List.copyOf(drift);
    }

    /** Looks into the tables that a changeset's rollback will drop, and keeps others from writing to them. */
    void before(SavepointConnection savepoints, SavepointConnection.Attempt rollback)
            throws LiquibaseException, SQLException {
        List<Table> tables = tables();
        Set<Table> left = new HashSet<>();
        savepoints.attempt(rollback, () -> left.addAll(tables()));
        for (Table table : tables) {
            if (!left.contains(table)) {
                look(table);
            }
        }
    }

    private record Table(long oid, String name, String sqlName, Optional<String> keyColumns) {}

    private List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, changelog.schema());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(new Table(
                            row.getLong("oid"),
                            row.getString("relname"),
                            row.getString("sql_name"),
                            Optional.ofNullable(row.getString("key_columns"))));
                }
            }
        }
        return tables;
    }

    private void look(Table table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table.sqlName() + " IN ACCESS EXCLUSIVE MODE");
            // ONLY: rows of a partition are found in the partition.
            long rows = Long.parseLong(single(statement, "SELECT count(*) FROM ONLY " + table.sqlName()));
            if (rows > 0) {
                String detail =
                        "has " + rows + (rows == 1 ? " row" : " rows") + " that no run takes back, and it is dropped";
                drift.add(new Drift(
                        Optional.empty(), table.name(), keys(statement, table, rows), Drift.Kind.REMAINING, detail));
            }
        }
    }

    private static String keys(Statement statement, Table table, long rows) throws SQLException {
        if (table.keyColumns().isEmpty()) {
            return "";
        }
        String keys = single(
                statement,
                "SELECT string_agg(key, ', ') FROM (SELECT concat_ws('/', %2$s) AS key FROM ONLY %1$s ORDER BY %2$s LIMIT %3$d) k"
                        .formatted(table.sqlName(), table.keyColumns().get(), NAMED));
        return rows > NAMED ? keys + ", …" : keys;
    }

    private static String single(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

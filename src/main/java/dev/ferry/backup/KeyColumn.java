package dev.ferry.backup;

import dev.ferry.ledger.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of a primary key.
 *
 * @param name as the catalog has it
 * @param isText whether its order depends on a collation
 */
record KeyColumn(String name, boolean isText) {
    private static final String READ = """
            SELECT a.attname, a.attcollation <> 0 AS is_text
            FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
            WHERE i.indrelid = ? AND i.indisprimary
            ORDER BY array_position(i.indkey::int2[], a.attnum)
            """;

    /** The columns of a table's primary key, in its order. */
    static List<KeyColumn> of(Connection connection, TableShape table) throws SQLException {
        List<KeyColumn> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, table.oid());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(new KeyColumn(row.getString(1), row.getBoolean(2)));
                }
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalStateException("table " + table.sqlName() + " has no primary key");
        }
        return columns;
    }
}

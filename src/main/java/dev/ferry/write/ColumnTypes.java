package dev.ferry.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The types of a table's columns, as SQL. */
final class ColumnTypes {
    private ColumnTypes() {}

    /**
     * The types by column, without their length: a cast to varchar(10) would cut a longer value, and call it equal.
     *
     * @param table the table's name as SQL statements write it
     */
    static Map<String, String> of(Connection connection, String table) throws SQLException {
        Map<String, String> byName = new HashMap<>();
        String sql = "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute"
                + " WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    byName.put(result.getString(1), result.getString(2));
                }
            }
        }
        return byName;
    }
}

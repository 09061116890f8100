package dev.ferry.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the tables that must be written again because those that they refer to are. */
final class WrittenTables {
    private static final String REFERRING = """
            WITH RECURSIVE written AS (
              SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = ? AND c.relname = ANY (?) AND c.relkind IN ('r', 'p')
              UNION
              SELECT r.oid, r.relname FROM written w JOIN pg_constraint f ON f.confrelid = w.oid AND f.contype = 'f'
              JOIN pg_class r ON r.oid = f.conrelid JOIN pg_namespace n ON n.oid = r.relnamespace
              WHERE n.nspname = ?)
            SELECT relname FROM written
            """;

    private final Connection connection;
    private final String schema;

    WrittenTables(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** These tables, and all of the schema that refer to them, directly or through others. */
    Set<String> spread(Collection<String> tables) throws SQLException {
        Set<String> written = new LinkedHashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(REFERRING)) {
            statement.setString(1, schema);
            statement.setArray(2, connection.createArrayOf("text", tables.toArray()));
            statement.setString(3, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    written.add(row.getString(1));
                }
            }
        }
        return written;
    }
}

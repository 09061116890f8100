package dev.ferry.selftest;

import dev.ferry.database.Database;
import dev.ferry.database.Identifier;
import dev.ferry.database.SqlFailure;
import dev.ferry.profile.Profile;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Changes a value as somebody with psql would: sets a column of one row to NULL. */
final class HandMadeChange {
    private static final String COLUMNS = """
            SELECT c.column_name FROM information_schema.columns c
            WHERE c.table_schema = ? AND c.table_name = ? AND c.is_nullable = 'YES' AND c.is_generated = 'NEVER'
              AND c.column_name NOT IN ('created_at', 'updated_at')
              AND NOT EXISTS (SELECT FROM information_schema.key_column_usage k WHERE k.table_schema = c.table_schema
                              AND k.table_name = c.table_name AND k.column_name = c.column_name)
            ORDER BY c.ordinal_position
            """;

    private final Profile profile;
    private final String schema;

    HandMadeChange(Profile profile, String schema) {
        this.profile = profile;
        this.schema = schema;
    }

    /** The columns that may be changed, of tables that are filled from a source. */
    List<Place> places(Database database) {
        try (Connection connection = database.connect("selftest")) {
            List<Place> places = new ArrayList<>();
            for (Table<?> table : Step.tables(profile.steps().stream()
                    .filter(step -> !(step instanceof ReferenceStep<?>))
                    .toList())) {
                columns(connection, table.name()).forEach(column -> places.add(new Place(table.name(), column)));
            }
            return places;
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    /** A column of a table. */
    record Place(String table, String column) {
        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    /** Changes one row; whether there was one with a value. */
    boolean make(Database database, Place place) {
        String table = Identifier.quoted(schema) + "." + Identifier.quoted(place.table());
        String column = Identifier.quoted(place.column());
        try (Connection connection = database.connect("selftest");
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE " + table + " SET " + column
                            + " = NULL WHERE ctid = (SELECT ctid FROM " + table + " WHERE " + column
                            + " IS NOT NULL LIMIT 1)")
                    > 0;
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }
}

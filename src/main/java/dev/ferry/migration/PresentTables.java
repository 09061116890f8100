package dev.ferry.migration;

import dev.ferry.failure.UsageException;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.write.HibernateModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Those of a profile's tables that a schema has; the ledger's identity map counts as part of a table that needs it. */
final class PresentTables {
    private final Set<Class<?>> entities;

    private PresentTables(Set<Class<?>> entities) {
        this.entities = Set.copyOf(entities);
    }

    /**
     * Looks for them.
     *
     * @throws UsageException where there is none, or one lacks a column
     */
    static PresentTables of(Connection connection, MigrationOptions options, HibernateModel model) throws SQLException {
        String schema = options.schema();
        String profile = options.profile().name();
        Map<String, Set<String>> columns = columns(connection, schema);
        boolean identities = columns(connection, "ferry").containsKey("identities");
        Set<Class<?>> found = new HashSet<>();
        for (Table<?> table : Step.tables(options.profile().steps())) {
            Set<String> there = columns.getOrDefault(table.name(), Set.of());
            List<String> lacking = model.mappedColumns(table.entity()).stream()
                    .filter(column -> !there.contains(column))
                    .toList();
            if (!there.isEmpty() && !lacking.isEmpty()) {
                throw new UsageException(
                        "table " + schema + "." + table.name() + " has no column " + String.join(", ", lacking),
                        "the schema is not that of this version of the profile: migrate brings it up to date");
            }
            if (!there.isEmpty() && (table.found() == Table.Found.BY_COLUMNS || identities)) {
                found.add(table.entity());
            }
        }
        if (found.isEmpty()) {
            throw new UsageException(
                    "schema " + schema + " has none of the tables of profile " + profile,
                    "nothing was migrated there: is it the database and the schema that you mean?");
        }
        return new PresentTables(found);
    }

    private static Map<String, Set<String>> columns(Connection connection, String schema) throws SQLException {
        String sql = "SELECT c.relname, a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                + " WHERE n.nspname = ? AND c.relkind IN ('r', 'p')";
        Map<String, Set<String>> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString(1), any -> new HashSet<>())
                            .add(row.getString(2));
                }
            }
        }
        return columns;
    }

    boolean has(Table<?> table) {
        return has(table.entity());
    }

    boolean has(Class<?> entity) {
        return entities.contains(entity);
    }
}

package dev.ferry.migration;

import static dev.ferry.migration.Snapshot.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Changes rows at random with plain SQL, as somebody at psql does; what the database forbids is not done. */
@NullMarked
final class HandEdits {
    /** What is done to a row. */
    enum Kind {
        UPDATE,
        COPY_A_VALUE,
        CHANGE_KEY,
        DELETE,
        INSERT
    }

    private final Connection connection;
    private final String schema;
    private final CatalogKeys keys;
    private final Set<String> tables;
    private final Random random;
    /** The kinds that the database accepted. */
    final Set<Kind> done = new TreeSet<>();

    /** @param tables those whose rows are changed */
    HandEdits(Connection connection, String schema, CatalogKeys keys, Set<String> tables, Random random) {
        this.connection = connection;
        this.schema = schema;
        this.keys = keys;
        this.tables = tables;
        this.random = random;
    }

    /** Edits until so many edits are accepted, or enough were refused. */
    void make(int count) {
        Snapshot now = Snapshot.of(connection, schema);
        int made = 0;
        for (int tries = 0; made < count && tries < 12 * count; tries++) {
            made += edit(now) ? 1 : 0;
        }
    }

    private boolean edit(Snapshot now) {
        List<String> filled =
                tables.stream().filter(table -> !now.rows(table).isEmpty()).toList();
        if (filled.isEmpty()) {
            return false;
        }
        String table = any(filled);
        String row = where(table, now, "t");
        String other = where(table, now, "o");
        String column = any(
                List.copyOf(now.rows(table).values().iterator().next().values().keySet()));
        Kind kind = any(List.of(Kind.values()));
        boolean accepted = execute(
                switch (kind) {
                    case UPDATE -> set(table, column, altered(List.of(column)), row);
                    case COPY_A_VALUE ->
                        "UPDATE " + quoted(table) + " t SET " + quoted(column) + " = o." + quoted(column) + " FROM "
                                + quoted(table) + " o WHERE " + row + " AND " + other;
                    case CHANGE_KEY -> {
                        String key = any(primaryKey(table));
                        yield set(table, key, altered(List.of(key)), row);
                    }
                    case DELETE -> "DELETE FROM " + quoted(table) + " t WHERE " + row;
                    case INSERT ->
                        "INSERT INTO " + quoted(table) + " SELECT (" + altered(ownUniqueColumns(table)) + ").* FROM "
                                + quoted(table) + " t WHERE " + row;
                });
        if (accepted) {
            done.add(kind);
        }
        return accepted;
    }

    private static String set(String table, String column, String record, String row) {
        return "UPDATE " + quoted(table) + " t SET " + quoted(column) + " = (" + record + ")." + quoted(column)
                + " WHERE " + row;
    }

    /** The row with other values in these columns, whatever their types. */
    private static String altered(List<String> columns) {
        return columns.stream()
                .map(column ->
                        "'%1$s', CASE pg_typeof(t.%2$s)::text WHEN 'uuid' THEN md5(t.%2$s::text) ELSE t.%2$s::text || '1' END"
                                .formatted(column, quoted(column)))
                .collect(Collectors.joining(", ", "jsonb_populate_record(t, jsonb_build_object(", "))"));
    }

    private List<String> primaryKey(String table) {
        return keys.unique().stream()
                .filter(unique -> unique.table().equals(table))
                .map(CatalogKeys.Unique::columns)
                .findFirst()
                .orElseThrow();
    }

    /** What must be unique and names no row of another table. */
    private List<String> ownUniqueColumns(String table) {
        List<String> columns = new ArrayList<>();
        keys.unique().stream()
                .filter(unique -> unique.table().equals(table))
                .forEach(unique -> columns.addAll(unique.columns()));
        keys.foreign().stream()
                .filter(foreign -> foreign.from().equals(table))
                .forEach(foreign -> columns.removeAll(foreign.columns()));
        return columns;
    }

    private String where(String table, Snapshot now, String alias) {
        String image = any(List.copyOf(now.rows(table).values())).image();
        return "(" + alias + ".*)::text = '" + image.replace("'", "''") + "'";
    }

    private boolean execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + quoted(schema) + "; SET TimeZone = 'UTC'");
            return statement.executeUpdate(sql) > 0;
        } catch (SQLException e) {
            // A mistake of this class would be a syntax error; anything else is the database's refusal.
            if (String.valueOf(e.getSQLState()).equals("42601")) {
                throw new IllegalStateException(sql, e);
            }
            return false;
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

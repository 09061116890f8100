package dev.ferry.write;

import dev.ferry.profile.NaturalKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.descriptor.ValueBinder;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Finds rows by key, many at a time, and compares their values inside the database, so that {@code jsonb}, {@code numeric}
 * and {@code timestamptz} are compared as PostgreSQL compares them and not as Java does.
 */
final class TableLookup<E> {
    /** The protocol counts a statement's parameters in 16 bits (PostgreSQL documentation, 54.7 Message Formats, Bind). */
    private static final int MOST_PARAMETERS = 65_535;

    private final EntityTable<E> table;
    private final Connection connection;
    private final SharedSessionContractImplementor session;
    private final Map<String, String> types;

    TableLookup(EntityTable<E> table, Connection connection, SharedSessionContractImplementor session)
            throws SQLException {
        this.table = table;
        this.connection = connection;
        this.session = session;
        this.types = types();
    }

    /** The row of each key, in the keys' order. */
    List<Optional<FoundRow>> find(List<Column> keyColumns, List<NaturalKey> keys) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>(keys.size());
        for (NaturalKey key : keys) {
            List<@Nullable Object> row = new ArrayList<>(keyColumns.size());
            for (int i = 0; i < keyColumns.size(); i++) {
                row.add(relational(keyColumns.get(i), key.values().get(i)));
            }
            rows.add(row);
        }
        return join(keyColumns, List.of(), rows);
    }

    /** The row of each entity's natural key and the columns in which it differs from the entity, in the entities' order. */
    List<Optional<FoundRow>> compare(List<E> entities) throws SQLException {
        List<Column> keyColumns = table.naturalKeyColumns();
        List<List<@Nullable Object>> rows = new ArrayList<>(entities.size());
        for (E entity : entities) {
            NaturalKey key = table.naturalKey().of(entity).orElseThrow();
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 0; i < keyColumns.size(); i++) {
                row.add(relational(keyColumns.get(i), key.values().get(i)));
            }
            row.addAll(table.values(entity, session));
            rows.add(row);
        }
        return join(keyColumns, table.valueColumns(), rows);
    }

    /** As JDBC binds it; a parent as its identifier, which is null while it has no row. */
    private @Nullable Object relational(Column column, Object value) {
        EntityPersister parent = session.getFactory().getMappingMetamodel().findEntityDescriptor(value.getClass());
        Object plain = parent == null ? value : parent.getIdentifier(value, session);
        return plain == null ? null : column.mapping().convertToRelationalValue(plain);
    }

    private List<Optional<FoundRow>> join(
            List<Column> keyColumns, List<Column> compared, List<List<@Nullable Object>> rows) throws SQLException {
        List<Optional<FoundRow>> found = new ArrayList<>(rows.size());
        int chunk = MOST_PARAMETERS / (keyColumns.size() + compared.size());
        for (int from = 0; from < rows.size(); from += chunk) {
            found.addAll(joinChunk(keyColumns, compared, rows.subList(from, Math.min(rows.size(), from + chunk))));
        }
        return found;
    }

    private List<Optional<FoundRow>> joinChunk(
            List<Column> keyColumns, List<Column> compared, List<List<@Nullable Object>> rows) throws SQLException {
        List<Optional<FoundRow>> found = new ArrayList<>(rows.size());
        rows.forEach(row -> found.add(Optional.empty()));
        List<Column> given = new ArrayList<>(keyColumns);
        given.addAll(compared);
        try (PreparedStatement statement = connection.prepareStatement(sql(keyColumns, compared, rows.size()))) {
            // Planned anew each time: a plan that was made for the table when it was empty would stay.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            int parameter = 1;
            for (List<@Nullable Object> row : rows) {
                for (int i = 0; i < given.size(); i++) {
                    bind(statement, given.get(i), row.get(i), parameter++);
                }
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.set(result.getInt(1), Optional.of(row(result, compared)));
                }
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked") // A mapping's binder takes what the mapping gave: convertToRelationalValue.
    private void bind(PreparedStatement statement, Column column, @Nullable Object value, int parameter)
            throws SQLException {
        ValueBinder<Object> binder = column.mapping().getJdbcValueBinder();
        binder.bind(statement, value, parameter, session);
    }

    private FoundRow row(ResultSet result, List<Column> compared) throws SQLException {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            if (result.getBoolean(i + 2)) {
                differing.add(compared.get(i).name());
            }
        }
        return new FoundRow(identifier(result, compared.size() + 2), differing);
    }

    private Object identifier(ResultSet result, int first) throws SQLException {
        List<Column> columns = table.identifierColumns();
        if (columns.size() == 1) {
            JdbcMapping mapping = columns.get(0).mapping();
            return mapping.convertToDomainValue(mapping.getJdbcValueExtractor().extract(result, first, session));
        }
        // A composite identifier is only compared with others: its entity carries it already.
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(columns.get(i).mapping().getJdbcValueExtractor().extract(result, first + i, session));
        }
        return values;
    }

    private String sql(List<Column> keyColumns, List<Column> compared, int rows) {
        StringBuilder sql = new StringBuilder("SELECT v.n");
        for (int i = 0; i < compared.size(); i++) {
            sql.append(", t.")
                    .append(compared.get(i).sql())
                    .append(" IS DISTINCT FROM v.c")
                    .append(keyColumns.size() + i);
        }
        table.identifierColumns().forEach(column -> sql.append(", t.").append(column.sql()));
        List<Column> given = new ArrayList<>(keyColumns);
        given.addAll(compared);
        sql.append(" FROM (VALUES ");
        for (int row = 0; row < rows; row++) {
            sql.append(row == 0 ? "(" : ", (").append(row);
            given.forEach(column -> sql.append(", ?::").append(type(column)));
            sql.append(')');
        }
        sql.append(") v(n");
        for (int i = 0; i < given.size(); i++) {
            sql.append(", c").append(i);
        }
        // OFFSET 0 keeps the lookups apart, one in the index for each key: the statistics of a table that grows inside
        // this
        // transaction are old, and a join would scan all of it for each batch.
        sql.append(") CROSS JOIN LATERAL (SELECT * FROM ").append(table.sql()).append(" l WHERE ");
        for (int i = 0; i < keyColumns.size(); i++) {
            sql.append(i == 0 ? "l." : " AND l.")
                    .append(keyColumns.get(i).sql())
                    .append(" = v.c")
                    .append(i);
        }
        return sql.append(" OFFSET 0) t").toString();
    }

    private String type(Column column) {
        String type = types.get(column.name());
        if (type == null) {
            throw new IllegalStateException(table.name() + " has no column " + column.name() + ", only "
                    + types.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return type;
    }

    /** The columns' types without their length: a cast to varchar(10) would cut a longer value, and call it equal. */
    private Map<String, String> types() throws SQLException {
        Map<String, String> byName = new HashMap<>();
        String sql = "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute"
                + " WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.sql());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    byName.put(result.getString(1), result.getString(2));
                }
            }
        }
        return byName;
    }
}

package dev.ferry.write;

import dev.ferry.profile.NaturalKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
        this.types = ColumnTypes.of(connection, table.sql());
    }

    /** The row of each key, in the keys' order. */
    List<Optional<FoundRow>> find(List<Column> keyColumns, List<NaturalKey> keys) throws SQLException {
        return join(keyColumns, List.of(), keyValues(keyColumns, keys));
    }

    private List<List<@Nullable Object>> keyValues(List<Column> keyColumns, List<NaturalKey> keys) {
        List<List<@Nullable Object>> rows = new ArrayList<>(keys.size());
        for (NaturalKey key : keys) {
            List<@Nullable Object> row = new ArrayList<>(keyColumns.size());
            for (int i = 0; i < keyColumns.size(); i++) {
                row.add(relational(keyColumns.get(i), key.values().get(i)));
            }
            rows.add(row);
        }
        return rows;
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

    /** The row of each identifier and the columns in which it differs from an entity, in the entities' order. */
    List<Optional<FoundRow>> compare(List<E> entities, List<Object> ids) throws SQLException {
        Column identifier = table.identifierColumns().get(0);
        List<List<@Nullable Object>> rows = new ArrayList<>(entities.size());
        for (int i = 0; i < entities.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(relational(identifier, ids.get(i)));
            row.addAll(table.values(entities.get(i), session));
            rows.add(row);
        }
        return join(List.of(identifier), table.valueColumns(), rows);
    }

    /** As JDBC binds it; a parent as its identifier, which is null while it has no row. */
    private @Nullable Object relational(Column column, Object value) {
        EntityPersister parent = session.getFactory().getMappingMetamodel().findEntityDescriptor(value.getClass());
        Object plain = parent == null ? value : parent.getIdentifier(value, session);
        return plain == null ? null : column.mapping().convertToRelationalValue(plain);
    }

    /** The row that alone has the values of a key, with some attributes that are text; in the keys' order. */
    List<Optional<ReadRow>> read(List<Column> keyColumns, List<NaturalKey> keys, List<String> attributes)
            throws SQLException {
        List<Column> returned = new ArrayList<>(table.naturalKeyColumns());
        attributes.forEach(attribute -> returned.add(table.column(attribute)));
        Question question = new Question(
                keyColumns,
                List.of(),
                table::isFilledByDatabase,
                returned.stream().map(column -> "t." + column.sql()).toList());
        List<Optional<ReadRow>> found = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
        BitSet answered = new BitSet();
        ask(question, keyValues(question.keyColumns(), keys), (n, result) -> {
            // Two rows with one value of a key that is not unique: neither is meant.
            found.set(n, answered.get(n) ? Optional.empty() : Optional.of(readRow(result, attributes.size())));
            answered.set(n);
        });
        return found;
    }

    private static List<Optional<String>> values(ResultSet result, int first, int count) throws SQLException {
        List<Optional<String>> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(Optional.ofNullable(result.getString(first + i)));
        }
        return values;
    }

    private ReadRow readRow(ResultSet result, int attributes) throws SQLException {
        int next = 2 + table.identifierColumns().size();
        List<@Nullable Object> key = new ArrayList<>();
        for (Column column : table.naturalKeyColumns()) {
            JdbcMapping mapping = column.mapping();
            key.add(mapping.convertToDomainValue(mapping.getJdbcValueExtractor().extract(result, next++, session)));
        }
        return new ReadRow(identifier(result, 2), NaturalKey.optional(key.toArray()), values(result, next, attributes));
    }

    private List<Optional<FoundRow>> join(
            List<Column> keyColumns, List<Column> compared, List<List<@Nullable Object>> rows) throws SQLException {
        List<Optional<FoundRow>> found = new ArrayList<>(Collections.nCopies(rows.size(), Optional.empty()));
        Question question = new Question(keyColumns, compared, table::isFilledByDatabase, List.of());
        ask(question, rows, (n, result) -> found.set(n, Optional.of(row(result, compared))));
        return found;
    }

    /**
     * What is asked of each row.
     *
     * @param keyColumns the columns by which it is found
     * @param compared the columns that are compared with values that are given
     * @param free those of them that null as the given value says nothing of
     * @param returned SQL of what else is given back: {@code t} is the row, {@code v.c0}, {@code v.c1}, … what is given
     */
    record Question(List<Column> keyColumns, List<Column> compared, Predicate<Column> free, List<String> returned) {
        List<Column> given() {
            List<Column> given = new ArrayList<>(keyColumns);
            given.addAll(compared);
            return given;
        }
    }

    /** Takes the answer for the row with this number. */
    @FunctionalInterface
    interface Answer {
        void take(int number, ResultSet result) throws SQLException;
    }

    /**
     * Asks about many rows. A result has the row's number, whether each compared column differs, the columns of the identifier,
     * and what is to be returned.
     */
    void ask(Question question, List<List<@Nullable Object>> rows, Answer answer) throws SQLException {
        int chunk = MOST_PARAMETERS / question.given().size();
        for (int from = 0; from < rows.size(); from += chunk) {
            int first = from;
            askChunk(
                    question,
                    rows.subList(from, Math.min(rows.size(), from + chunk)),
                    (n, result) -> answer.take(first + n, result));
        }
    }

    private void askChunk(Question question, List<List<@Nullable Object>> rows, Answer answer) throws SQLException {
        List<Column> given = question.given();
        try (PreparedStatement statement = connection.prepareStatement(sql(question, rows.size()))) {
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
                    answer.take(result.getInt(1), result);
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // A mapping's binder takes what the mapping gave: convertToRelationalValue.
    private void bind(PreparedStatement statement, Column column, @Nullable Object value, int parameter)
            throws SQLException {
        ValueBinder<Object> binder = column.mapping().getJdbcValueBinder();
        binder.bind(statement, value, parameter, session);
    }

    private FoundRow row(ResultSet result, List<Column> compared) throws SQLException {
        return new FoundRow(identifier(result, compared.size() + 2), differing(result, compared));
    }

    /** The columns that a result says differ. */
    List<String> differing(ResultSet result, List<Column> compared) throws SQLException {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            if (result.getBoolean(i + 2)) {
                differing.add(compared.get(i).name());
            }
        }
        return differing;
    }

    /** The values of an identifier that {@link #identifier} gave, as JDBC binds them. */
    List<@Nullable Object> identifierValues(Object id) {
        List<Column> columns = table.identifierColumns();
        if (columns.size() == 1) {
            List<@Nullable Object> single = new ArrayList<>();
            single.add(relational(columns.get(0), id));
            return single;
        }
        return new ArrayList<>((List<?>) id);
    }

    /** A row's identifier, which stands in a result from a column on. */
    Object identifier(ResultSet result, int first) throws SQLException {
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

    private String sql(Question question, int rows) {
        List<Column> given = question.given();
        int keys = question.keyColumns().size();
        StringBuilder sql = new StringBuilder("SELECT v.n");
        for (int i = 0; i < question.compared().size(); i++) {
            Column column = question.compared().get(i);
            String value = "v.c" + (keys + i);
            sql.append(", t.").append(column.sql()).append(" IS DISTINCT FROM ").append(value);
            if (question.free().test(column)) {
                sql.append(" AND ").append(value).append(" IS NOT NULL");
            }
        }
        table.identifierColumns().forEach(column -> sql.append(", t.").append(column.sql()));
        question.returned().forEach(returned -> sql.append(", ").append(returned));
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
        // OFFSET 0 keeps the lookups apart, one in the index for each key: the statistics of a table that grows
        // inside this transaction are old, and a join would scan all of it for each batch.
        sql.append(") CROSS JOIN LATERAL (SELECT * FROM ").append(table.sql()).append(" l WHERE ");
        for (int i = 0; i < keys; i++) {
            sql.append(i == 0 ? "l." : " AND l.")
                    .append(question.keyColumns().get(i).sql())
                    .append(" = v.c")
                    .append(i);
        }
        return sql.append(" OFFSET 0) t").toString();
    }

    /** A column's type, as SQL. */
    String type(Column column) {
        String type = types.get(column.name());
        if (type == null) {
            throw new IllegalStateException(table.name() + " has no column " + column.name() + ", only "
                    + types.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return type;
    }
}

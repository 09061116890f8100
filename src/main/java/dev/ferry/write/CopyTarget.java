package dev.ferry.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Where COPY puts rows, and what becomes of them there.
 *
 * @param layout the columns, and an entity's values
 * @param values how each column's values are encoded
 * @param table the table into which rows are copied, as SQL
 * @param creation SQL that makes that table, where it is a temporary one
 * @param move SQL that takes the rows on from there
 */
record CopyTarget(
        RowLayout layout, List<Value> values, String table, Optional<String> creation, Optional<String> move) {

    /** How a column's values become bytes. */
    record Value(BoundValue bound, BinaryType type) {}

    /** Straight into the table. */
    static CopyTarget insert(RowLayout layout, List<Value> values) {
        return new CopyTarget(layout, values, layout.table(), Optional.empty(), Optional.empty());
    }

    /** Into the table by way of a temporary one. */
    static CopyTarget insertByTable(RowLayout layout, List<Value> values, long oid) {
        String temporary = "pg_temp.ferry_insert_" + oid;
        String columns = String.join(", ", layout.columns());
        return byTable(
                layout,
                values,
                temporary,
                "INSERT INTO " + layout.table() + " (" + columns + ") SELECT " + columns + " FROM " + temporary);
    }

    /** Over rows of the table, by way of a temporary one. */
    static CopyTarget update(RowLayout layout, List<Value> values, long oid) {
        String temporary = "pg_temp.ferry_update_" + oid;
        String sets = layout.setColumns().stream()
                .map(column -> column + " = s." + column)
                .collect(Collectors.joining(", "));
        String keys = layout.keyColumns().stream()
                .map(column -> "t." + column + " = s." + column)
                .collect(Collectors.joining(" AND "));
        return byTable(
                layout,
                values,
                temporary,
                "UPDATE " + layout.table() + " t SET " + sets + " FROM " + temporary + " s WHERE " + keys);
    }

    /** The temporary table has the columns with their types, lengths and domains, and none of the constraints. */
    private static CopyTarget byTable(RowLayout layout, List<Value> values, String temporary, String move) {
        String creation = "CREATE TEMP TABLE IF NOT EXISTS " + temporary + " ON COMMIT DROP AS SELECT "
                + String.join(", ", layout.columns()) + " FROM " + layout.table() + " WITH NO DATA";
        return new CopyTarget(layout, values, temporary, Optional.of(creation), Optional.of(move));
    }

    String copy() {
        return "COPY " + table + " (" + String.join(", ", layout.columns()) + ") FROM STDIN (FORMAT binary)";
    }

    /** Adds an entity's row. */
    void put(Object entity, BinaryRows rows, SharedSessionContractImplementor session) throws NotByCopyException {
        try {
            @Nullable Object[] given = layout.values(entity, session);
            rows.putShort(given.length);
            for (int i = 0; i < given.length; i++) {
                Value value = values.get(i);
                Object bound = value.bound().of(given[i], session);
                if (bound == null) {
                    rows.putInt(-1);
                } else {
                    value.type().put(bound, rows);
                }
            }
        } catch (SQLException | RuntimeException e) {
            // Whatever is wrong with a row, JDBC says it.
            throw new NotByCopyException(
                    "a row has no form for COPY: " + e.getClass().getSimpleName());
        }
    }
}

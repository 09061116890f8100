package dev.ferry.write;

import dev.ferry.write.TableLookup.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows with what a source maps to, column by column, and digests them; many at a time, and inside the database, so that
 * values are equal where PostgreSQL says so.
 */
final class RowComparison<E> {
    /** The longest text of a value that is given back, in characters. */
    static final int LONGEST_TEXT = 100_000;

    /** Rows whose values are read at once: each may be long. */
    private static final int ROWS_WITH_VALUES = 50;

    private final EntityTable<E> table;
    private final TableLookup<E> rows;
    private final SharedSessionContractImplementor session;

    RowComparison(EntityTable<E> table, TableLookup<E> rows, SharedSessionContractImplementor session) {
        this.table = table;
        this.rows = rows;
        this.session = session;
    }

    /**
     * The rows of these identifiers, in the entities' order; none where there is no such row.
     *
     * @param ids as {@link FoundRow} has them
     */
    List<Optional<ComparedRow>> compare(List<E> entities, List<Object> ids) throws SQLException {
        List<Column> identifier = table.identifierColumns();
        List<Column> values = table.valueColumns();
        List<String> returned = List.of(digest());
        List<Optional<ComparedRow>> compared = new ArrayList<>(Collections.nCopies(entities.size(), Optional.empty()));
        rows.ask(new Question(identifier, values, table::isVolatile, returned), given(entities, ids), (n, result) -> {
            List<String> key = rows.identifierValues(ids.get(n)).stream()
                    .map(String::valueOf)
                    .toList();
            String digest = result.getString(2 + values.size() + identifier.size());
            compared.set(n, Optional.of(new ComparedRow(key, rows.differing(result, values), digest)));
        });
        return compared;
    }

    /**
     * The values of rows that differ.
     *
     * @param columns the columns of each row that are asked for
     */
    List<DifferingValue> values(List<E> entities, List<Object> ids, List<List<String>> columns) throws SQLException {
        List<DifferingValue> values = new ArrayList<>();
        for (int from = 0; from < entities.size(); from += ROWS_WITH_VALUES) {
            int to = Math.min(entities.size(), from + ROWS_WITH_VALUES);
            read(from, entities.subList(from, to), ids.subList(from, to), columns.subList(from, to), values);
        }
        return values;
    }

    private void read(
            int first, List<E> entities, List<Object> ids, List<List<String>> columns, List<DifferingValue> values)
            throws SQLException {
        List<Column> all = table.valueColumns();
        List<Column> asked = all.stream()
                .filter(column -> columns.stream().flatMap(Collection::stream).anyMatch(column.name()::equals))
                .toList();
        List<String> returned = new ArrayList<>();
        for (Column column : asked) {
            returned.add(text(given(all.indexOf(column))));
            returned.add(text("t." + column.sql()));
        }
        Question question = new Question(table.identifierColumns(), all, table::isVolatile, returned);
        List<List<DifferingValue>> byRow = new ArrayList<>(Collections.nCopies(entities.size(), List.of()));
        rows.ask(question, given(entities, ids), (n, result) -> {
            byRow.set(n, read(first + n, result, asked, columns.get(n)));
        });
        byRow.forEach(values::addAll);
    }

    private List<DifferingValue> read(int row, ResultSet result, List<Column> asked, List<String> columns)
            throws SQLException {
        List<DifferingValue> values = new ArrayList<>();
        int next = 2 + table.valueColumns().size() + table.identifierColumns().size();
        for (Column column : asked) {
            Optional<String> expected = Optional.ofNullable(result.getString(next++));
            Optional<String> found = Optional.ofNullable(result.getString(next++));
            if (columns.contains(column.name())) {
                values.add(new DifferingValue(row, column.name(), expected, found));
            }
        }
        return values;
    }

    private List<List<@Nullable Object>> given(List<E> entities, List<Object> ids) {
        List<List<@Nullable Object>> given = new ArrayList<>(entities.size());
        for (int i = 0; i < entities.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>(rows.identifierValues(ids.get(i)));
            row.addAll(table.values(entities.get(i), session));
            given.add(row);
        }
        return given;
    }

    private String given(int valueColumn) {
        return "v.c" + (table.identifierColumns().size() + valueColumn);
    }

    private static String text(String value) {
        return "left(" + value + "::text, " + LONGEST_TEXT + ")";
    }

    /** Of the row's text form, in which the values that the mapping leaves open are NULL. */
    private String digest() {
        List<Column> all = table.valueColumns();
        String values = table.mappedColumns().stream()
                .map(column -> table.isVolatile(column)
                        ? "CASE WHEN " + given(all.indexOf(column)) + " IS NOT NULL THEN " + comparable(column) + " END"
                        : comparable(column))
                .collect(Collectors.joining(", "));
        return "encode(sha256(convert_to(ROW(" + values + ")::text, 'UTF8')), 'hex')";
    }

    /** Equal numbers have equal texts without their trailing zeros. */
    private String comparable(Column column) {
        String value = "t." + column.sql();
        return rows.type(column).equals("numeric") ? "trim_scale(" + value + ")" : value;
    }
}

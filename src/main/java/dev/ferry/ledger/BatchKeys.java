package dev.ferry.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys of a batch's rows on their way into SQL.
 *
 * @param columns the columns of a unique key
 * @param rows the text forms of its values, one list per row
 */
record BatchKeys(List<String> columns, List<List<String>> rows) {
    BatchKeys {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        int width = columns.size();
        if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("each key must have the " + width + " values of " + columns);
        }
    }

    /** The keys as rows {@code k(c1, c2, …, n)} of SQL, n counting from 1; takes one array per column. */
    String table() {
        String arrays = columns.stream().map(column -> "?::text[]").collect(Collectors.joining(", "));
        String names =
                IntStream.rangeClosed(1, columns.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        return "unnest(" + arrays + ") WITH ORDINALITY AS k(" + names + ", n)";
    }

    /** Sets the parameters of {@link #table}; returns the index of the next parameter. */
    int setTable(PreparedStatement statement, int first) throws SQLException {
        String[][] values = byColumn();
        for (int column = 0; column < values.length; column++) {
            statement.setArray(first + column, statement.getConnection().createArrayOf("text", values[column]));
        }
        return first + values.length;
    }

    /** Sets two parameters: the key's columns, and one array of arrays with the values of each. */
    int setArrays(PreparedStatement statement, int first) throws SQLException {
        statement.setArray(first, statement.getConnection().createArrayOf("text", columns.toArray()));
        statement.setArray(first + 1, statement.getConnection().createArrayOf("text", byColumn()));
        return first + 2;
    }

    private String[][] byColumn() {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> rows.stream().map(row -> row.get(column)).toArray(String[]::new))
                .toArray(String[][]::new);
    }
}

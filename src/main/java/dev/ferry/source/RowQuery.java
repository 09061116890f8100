package dev.ferry.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SQL that reads a section's table: a row as JSON that PostgreSQL itself makes, in the order of its identity.
 *
 * <p>A condition goes into it with its parameters beside it; of a row that it leaves out only the identity is sent.
 */
final class RowQuery {
    private final SourceTable table;
    private final RowColumns columns;
    private final Optional<String> id;
    private final Optional<RowCondition.Sql> condition;

    /**
     * SQL and what its question marks stand for.
     *
     * @param parameters texts, numbers, Booleans and java.time values, in their order
     */
    record Sql(String text, List<Object> parameters) {
        Sql {
            parameters = List.copyOf(parameters);
        }
    }

    RowQuery(SourceTable table, Section section, RowColumns columns, Optional<RowCondition> wanted) {
        this.table = table;
        this.columns = columns;
        this.id = section.identity().filter(field -> columns.column(field).isPresent());
        this.condition = wanted.flatMap(rows -> rows.sql(field ->
                columns.spelled(field).map(column -> new RowCondition.Column(expression(column), column.type()))));
    }

    SourceTable table() {
        return table;
    }

    /** How many rows there are, and the bytes of the longest of them as it will be sent. */
    Sql measure() {
        return select("count(*), coalesce(max(octet_length(v.value)), 0)", "");
    }

    /** Every row: where it is stored, whether it is wanted, and its value. */
    Sql all() {
        return select(row(), order());
    }

    /** The row that is stored at a place, as {@link #all} gave it. */
    Sql at(String place) {
        Sql one =
                select(row(), " WHERE t.tableoid = split_part(?, ' ', 1)::oid AND t.ctid = split_part(?, ' ', 2)::tid");
        List<Object> parameters = new ArrayList<>(one.parameters());
        parameters.add(place);
        parameters.add(place);
        return new Sql(one.text(), parameters);
    }

    /** The row of a number, for tables whose rows have no place. */
    Sql at(long index) {
        Sql all = all();
        List<Object> parameters = new ArrayList<>(all.parameters());
        parameters.add(index);
        return new Sql(all.text() + " OFFSET ? LIMIT 1", parameters);
    }

    /** The digest of each row as it is without a condition. */
    Sql digests() {
        return new Sql(
                "SELECT sha256(convert_to(" + json(columns.columns()) + ", 'UTF8')) FROM " + table.sql() + " AS t"
                        + order(),
                List.of());
    }

    private String row() {
        String place = stored() ? "t.tableoid::bigint || ' ' || t.ctid::text" : "''";
        return place + ", w.wanted, v.value";
    }

    private Sql select(String what, String rest) {
        String whole = json(columns.columns());
        String value = condition.isEmpty() ? whole : "CASE WHEN w.wanted THEN " + whole + " ELSE " + idOnly() + " END";
        return new Sql(
                "SELECT " + what + " FROM " + table.sql() + " AS t CROSS JOIN LATERAL (SELECT "
                        + condition.map(c -> "(" + c.text() + ") IS TRUE").orElse("true")
                        + " AS wanted) AS w CROSS JOIN LATERAL (SELECT " + value + " AS value) AS v" + rest,
                condition.map(RowCondition.Sql::parameters).orElse(List.of()));
    }

    private String idOnly() {
        return json(id.flatMap(field -> columns.column(field).map(column -> Map.of(field, column)))
                .orElse(Map.of()));
    }

    /** Not json_build_object, which takes a hundred arguments at most. */
    private static String json(Map<String, SourceTable.Column> fields) {
        if (fields.isEmpty()) {
            return "'{}'";
        }
        String list = fields.entrySet().stream()
                .map(e -> expression(e.getValue()) + " AS " + SourceTable.quoted(e.getKey()))
                .collect(Collectors.joining(", "));
        return "(SELECT row_to_json(r)::text FROM (SELECT " + list + ") AS r)";
    }

    /** By the bytes of the identity in UTF-8; rows of the same one as they are stored. */
    private String order() {
        String ties = stored() ? "t.tableoid, t.ctid" : "t::text COLLATE \"C\"";
        return " ORDER BY "
                + id.flatMap(columns::column)
                        .map(column -> "convert_to(coalesce(" + expression(column) + "::text, ''), 'UTF8'), ")
                        .orElse("")
                + ties;
    }

    private boolean stored() {
        return table.kind() == SourceTable.Kind.STORED;
    }

    private static String expression(SourceTable.Column column) {
        return "t." + SourceTable.quoted(column.name());
    }
}

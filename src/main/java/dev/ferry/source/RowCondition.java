package dev.ferry.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which rows of a table a user wants, where a database can tell. */
public interface RowCondition {
    /**
     * The condition as SQL that selects exactly the rows that Ferry itself would.
     *
     * @param columns the column of each field
     * @return empty where a column's type is not compared as Ferry compares it, so that Ferry must look at every row
     */
    Optional<Sql> sql(Function<String, Optional<Column>> columns);

    /**
     * A Boolean expression.
     *
     * @param text with a question mark for each parameter
     * @param parameters texts, numbers, Booleans, and java.time values, in their order
     */
    record Sql(String text, List<Object> parameters) {
        public Sql {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A column of the source's table.
     *
     * @param sql the column as an expression
     * @param type its type without a length, as PostgreSQL's {@code format_type} names it
     */
    record Column(String sql, String type) {}
}

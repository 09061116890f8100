package dev.ferry.filter;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that was asked of a section's records.
 *
 * @param zone the zone of timestamps that name none
 */
record SectionFilter(Condition condition, Set<String> fields, ZoneId zone) implements RowFilter {
    SectionFilter {
        fields = Set.copyOf(fields);
    }

    @Override
    public boolean selects(Record dto) {
        return condition.of(dto) == Truth.TRUE;
    }

    @Override
    public Optional<Sql> sql(Function<String, Optional<Column>> columns) {
        SqlText sql = new SqlText(columns, zone);
        condition.write(sql);
        return sql.finish();
    }

    /** The condition in the words of a filter. */
    @Override
    public String toString() {
        return condition.toString();
    }
}

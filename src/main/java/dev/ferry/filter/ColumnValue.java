package dev.ferry.filter;

import dev.ferry.source.RowCondition.Column;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * A column's value as a record of it has it.
 *
 * <p>What a record cannot hold (NaN, infinity, a year before 1 or after 9999) is malformed in it. Its row is selected whatever
 * the condition, so that it can be told.
 *
 * @param sql the value, NULL where a record cannot hold it
 * @param malformed where a record cannot hold it, as a condition; empty where it can hold every value of the column
 */
record ColumnValue(String sql, Optional<String> malformed) {
    static final String TIMESTAMPTZ = "timestamp with time zone";
    private static final String TIMESTAMP = "timestamp without time zone";
    private static final Set<String> TEXTS = Set.of("text", "character varying");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer");
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);

    private static ColumnValue plain(String sql) {
        return new ColumnValue(sql, Optional.empty());
    }

    private static ColumnValue guarded(Column column, String readable) {
        String sql = "CASE WHEN " + readable + " THEN " + column.sql() + " END";
        String malformed = "(" + column.sql() + " IS NOT NULL AND NOT (" + readable + "))";
        return new ColumnValue(sql, Optional.of(malformed));
    }

    /**
     * The value as SQL.
     *
     * @param zone the zone of timestamps that name none
     * @return empty where the type is not read as the field's, or compared otherwise
     */
    static Optional<ColumnValue> of(Field field, Column column, ZoneId zone) {
        if (field.type().isPrimitive()) {
            // A record has a value where a row has NULL.
            return Optional.empty();
        }
        return switch (field.kind()) {
            case TEXT -> text(column);
            case FLAG -> only("boolean", column, plain(column.sql()));
            case NUMBER -> number(field, column);
            case DATE -> only("date", column, between(column, "DATE '0001-01-01'", "DATE '10000-01-01'"));
            case TIMESTAMP -> timestamp(column, zone);
            case TIME -> Optional.empty();
        };
    }

    private static Optional<ColumnValue> only(String type, Column column, ColumnValue value) {
        return column.type().equals(type) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<ColumnValue> text(Column column) {
        if (TEXTS.contains(column.type())) {
            return Optional.of(plain(column.sql()));
        }
        return only("uuid", column, plain("CAST(" + column.sql() + " AS text)"));
    }

    private static Optional<ColumnValue> number(Field field, Column column) {
        if (INTEGERS.contains(column.type()) || (column.type().equals("bigint") && field.type() != Integer.class)) {
            return Optional.of(plain(column.sql()));
        }
        // The difference is NaN, which is not 0, for NaN and infinity.
        String finite = column.sql() + " - " + column.sql() + " = 0";
        return field.type() == BigDecimal.class ? only("numeric", column, guarded(column, finite)) : Optional.empty();
    }

    private static Optional<ColumnValue> timestamp(Column column, ZoneId zone) {
        if (column.type().equals(TIMESTAMPTZ)) {
            return Optional.of(
                    between(column, "TIMESTAMPTZ '0001-01-01 00:00:00+00'", "TIMESTAMPTZ '10000-01-01 00:00:00+00'"));
        }
        if (!column.type().equals(TIMESTAMP) || !zone.getRules().isFixedOffset()) {
            // Where clocks change, two points in time have one local time, or none.
            return Optional.empty();
        }
        LocalDateTime inZone = LocalDateTime.ofInstant(FIRST.toInstant(ZoneOffset.UTC), zone);
        LocalDateTime first = inZone.isBefore(FIRST) ? FIRST : inZone;
        return Optional.of(between(column, "TIMESTAMP '" + first + "'", "TIMESTAMP '10000-01-01 00:00:00'"));
    }

    private static ColumnValue between(Column column, String first, String end) {
        return guarded(column, column.sql() + " >= " + first + " AND " + column.sql() + " < " + end);
    }
}

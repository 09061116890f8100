package dev.ferry.write;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;
import org.postgresql.util.ByteConverter;
import org.postgresql.util.PGobject;

/**
 * How values of a type of PostgreSQL's stand in binary COPY: as its receive function takes them. Of what JDBC would have the
 * server convert only what cannot come out differently is taken; anything else is left to JDBC.
 */
@FunctionalInterface
interface BinaryType {
    /** 2000-01-01, from which PostgreSQL counts, in days since 1970-01-01. */
    long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    /** The types that are built in, by their OID in pg_type. */
    Map<Integer, BinaryType> BUILT_IN = Map.ofEntries(
            Map.entry(Oid.TEXT, BinaryType::text),
            Map.entry(Oid.VARCHAR, BinaryType::text),
            Map.entry(Oid.BPCHAR, BinaryType::text),
            Map.entry(Oid.JSON, BinaryType::json),
            Map.entry(Oid.JSONB, BinaryType::jsonb),
            Map.entry(Oid.BOOL, BinaryType::bool),
            Map.entry(Oid.INT2, (value, rows) -> integer(value, Short.BYTES, rows)),
            Map.entry(Oid.INT4, (value, rows) -> integer(value, Integer.BYTES, rows)),
            Map.entry(Oid.INT8, (value, rows) -> integer(value, Long.BYTES, rows)),
            Map.entry(Oid.FLOAT4, BinaryType::float4),
            Map.entry(Oid.FLOAT8, BinaryType::float8),
            Map.entry(Oid.NUMERIC, BinaryType::numeric),
            Map.entry(Oid.DATE, BinaryType::date),
            Map.entry(Oid.TIME, BinaryType::time),
            Map.entry(Oid.TIMESTAMP, BinaryType::timestamp),
            Map.entry(Oid.TIMESTAMPTZ, BinaryType::timestamptz),
            Map.entry(Oid.UUID, BinaryType::uuid),
            Map.entry(Oid.BYTEA, BinaryType::bytea));

    /**
     * Adds a value, with its length.
     *
     * @param value what is bound, see {@link BoundValue}; not null
     * @throws NotByCopyException where it is not known to become what JDBC would make of it
     */
    void put(Object value, BinaryRows rows) throws NotByCopyException, SQLException;

    /** Of a type with labels. */
    static void label(Object value, BinaryRows rows) throws NotByCopyException {
        if (!(value instanceof BoundValue.Untyped untyped)) {
            throw other(value, "an enum");
        }
        rows.putText(untyped.text());
    }

    /** Of arrays with elements of a type. */
    static BinaryType array(int element) {
        return (value, rows) -> {
            byte[] bytes = value instanceof PgArray array ? array.toBytes() : null;
            // Number of dimensions, whether there are nulls, the elements' type, …
            if (bytes == null || !isSame(ByteConverter.int4(bytes, 2 * Integer.BYTES), element)) {
                throw other(value, "an array");
            }
            byte[] own = bytes.clone();
            ByteConverter.int4(own, 2 * Integer.BYTES, element);
            rows.putValue(own);
        };
    }

    private static boolean isSame(int given, int element) {
        return given == element
                || (given == Oid.VARCHAR && element == Oid.TEXT)
                || (given == Oid.TEXT && element == Oid.VARCHAR);
    }

    private static void text(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putText(value instanceof BoundValue.Untyped untyped ? untyped.text() : as(String.class, value, "text"));
    }

    private static void json(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putText(json(value, "json"));
    }

    private static void jsonb(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putJsonb(BinaryRows.utf8(json(value, "jsonb")));
    }

    private static String json(Object value, String type) throws NotByCopyException {
        String text = value instanceof PGobject object && type.equals(object.getType())
                ? object.getValue()
                : value instanceof BoundValue.Untyped untyped ? untyped.text() : null;
        if (text == null) {
            throw other(value, type);
        }
        return text;
    }

    private static void bool(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putValue(new byte[] {(byte) (as(Boolean.class, value, "boolean") ? 1 : 0)});
    }

    private static void integer(Object value, int bytes, BinaryRows rows) throws NotByCopyException {
        if (!(value instanceof Integer || value instanceof Long || value instanceof Short)) {
            throw other(value, "an integer");
        }
        long number = ((Number) value).longValue();
        int unused = Long.SIZE - bytes * Byte.SIZE;
        if (number << unused >> unused != number) {
            throw other(value, "an integer of " + bytes + " bytes");
        }
        rows.putInt(bytes);
        switch (bytes) {
            case Short.BYTES -> rows.putShort((int) number);
            case Integer.BYTES -> rows.putInt((int) number);
            default -> rows.putLong(number);
        }
    }

    private static void float4(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putInt(Float.BYTES);
        rows.putInt(Float.floatToRawIntBits(as(Float.class, value, "real")));
    }

    private static void float8(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putInt(Double.BYTES);
        rows.putLong(Double.doubleToRawLongBits(as(Double.class, value, "double precision")));
    }

    private static void numeric(Object value, BinaryRows rows) throws NotByCopyException {
        BigDecimal number = value instanceof Integer || value instanceof Long || value instanceof Short
                ? BigDecimal.valueOf(((Number) value).longValue())
                : as(BigDecimal.class, value, "numeric");
        // PostgreSQL keeps up to 131072 digits before the point and 16383 after it.
        if (number.scale() > 16_383 || (long) number.precision() - number.scale() > 131_072) {
            throw other(value, "numeric");
        }
        rows.putValue(ByteConverter.numeric(number));
    }

    private static void date(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putInt(Integer.BYTES);
        rows.putInt((int) (within(as(LocalDate.class, value, "date")).toEpochDay() - EPOCH_DAY));
    }

    private static void time(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putInt(Long.BYTES);
        rows.putLong(micros(as(LocalTime.class, value, "time").toNanoOfDay()));
    }

    private static void timestamp(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putInt(Long.BYTES);
        rows.putLong(micros(as(LocalDateTime.class, value, "timestamp")));
    }

    private static void timestamptz(Object value, BinaryRows rows) throws NotByCopyException {
        OffsetDateTime moment = as(OffsetDateTime.class, value, "timestamptz");
        within(moment.toLocalDate());
        rows.putInt(Long.BYTES);
        rows.putLong(micros(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()));
    }

    private static void uuid(Object value, BinaryRows rows) throws NotByCopyException {
        UUID uuid = as(UUID.class, value, "uuid");
        rows.putInt(2 * Long.BYTES);
        rows.putLong(uuid.getMostSignificantBits());
        rows.putLong(uuid.getLeastSignificantBits());
    }

    private static void bytea(Object value, BinaryRows rows) throws NotByCopyException {
        rows.putValue(as(byte[].class, value, "bytea"));
    }

    private static long micros(LocalDateTime time) throws NotByCopyException {
        within(time.toLocalDate());
        return (time.toLocalDate().toEpochDay() - EPOCH_DAY) * 86_400_000_000L
                + micros(time.toLocalTime().toNanoOfDay());
    }

    /** Rounded as the driver rounds. */
    private static long micros(long nanos) {
        return (nanos + 500) / 1_000;
    }

    /** Far from the ends of what PostgreSQL's types hold, beyond which the driver writes infinity and the server refuses. */
    private static LocalDate within(LocalDate date) throws NotByCopyException {
        if (date.getYear() < -4_700 || date.getYear() > 290_000) {
            throw new NotByCopyException("a date is far off");
        }
        return date;
    }

    private static <T> T as(Class<T> type, Object value, String wanted) throws NotByCopyException {
        if (value.getClass() != type) {
            throw other(value, wanted);
        }
        return type.cast(value);
    }

    private static NotByCopyException other(Object value, String wanted) {
        return new NotByCopyException(value.getClass().getSimpleName() + " for " + wanted + " is left to JDBC");
    }
}

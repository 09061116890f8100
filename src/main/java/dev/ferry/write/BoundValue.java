package dev.ferry.write;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.dialect.type.PostgreSQLUUIDJdbcType;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;
import org.hibernate.type.descriptor.jdbc.BooleanJdbcType;
import org.hibernate.type.descriptor.jdbc.DecimalJdbcType;
import org.hibernate.type.descriptor.jdbc.DoubleJdbcType;
import org.hibernate.type.descriptor.jdbc.IntegerJdbcType;
import org.hibernate.type.descriptor.jdbc.NumericJdbcType;
import org.hibernate.type.descriptor.jdbc.SmallIntJdbcType;
import org.hibernate.type.descriptor.jdbc.TimestampWithTimeZoneJdbcType;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate binds to a column's parameter: its binder sets it on a statement that only listens. A driver's own conversions
 * of what is set are left to {@link BinaryType}.
 */
final class BoundValue {
    /** What binders set of values of a class where that is known: nothing is learnt by asking them. */
    private static final Map<Class<?>, Known> KNOWN = Map.of(
            VarcharJdbcType.class, unchanged(String.class),
            IntegerJdbcType.class, unchanged(Integer.class),
            BigIntJdbcType.class, unchanged(Long.class),
            SmallIntJdbcType.class, unchanged(Short.class),
            BooleanJdbcType.class, unchanged(Boolean.class),
            DoubleJdbcType.class, unchanged(Double.class),
            DecimalJdbcType.class, unchanged(BigDecimal.class),
            NumericJdbcType.class, unchanged(BigDecimal.class),
            PostgreSQLUUIDJdbcType.class, unchanged(UUID.class),
            TimestampWithTimeZoneJdbcType.class,
                    new Known(Instant.class, value -> ((Instant) value).atOffset(ZoneOffset.UTC)));

    /** The types as which the driver sends these as what they are. */
    private static final Map<Class<?>, Integer> OWN_TYPES = Map.of(
            LocalDate.class, Types.DATE,
            LocalTime.class, Types.TIME,
            LocalDateTime.class, Types.TIMESTAMP,
            OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE);

    private final ValueBinder<Object> binder;
    private final @Nullable Known known;
    private final PreparedStatement listener = (PreparedStatement) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                set(method.getName(), arguments);
                return null;
            });
    private @Nullable Object set;

    /** What is set of a value of exactly this class. */
    private record Known(Class<?> type, UnaryOperator<Object> bound) {}

    private static Known unchanged(Class<?> type) {
        return new Known(type, UnaryOperator.identity());
    }

    /** Text whose type the server infers from the column. */
    record Untyped(String text) {}

    @SuppressWarnings("unchecked") // A mapping's binder takes what the mapping gave.
    BoundValue(JdbcMapping mapping) {
        this.binder = mapping.getJdbcValueBinder();
        boolean standard = mapping.getJdbcJavaType().getClass().getPackage().equals(JavaType.class.getPackage());
        this.known = standard ? KNOWN.get(mapping.getJdbcType().getClass()) : null;
    }

    /** What is bound for a value as Hibernate gives it to its binder; null for NULL. */
    @Nullable
    Object of(@Nullable Object value, SharedSessionContractImplementor session) throws SQLException {
        if (value == null) {
            return null;
        }
        if (known != null && value.getClass() == known.type()) {
            return known.bound().apply(value);
        }
        synchronized (listener) {
            set = null;
            binder.bind(listener, value, 1, session);
            return set;
        }
    }

    private void set(String method, Object[] arguments) throws SQLException {
        Object value = arguments.length > 1 ? arguments[1] : null;
        boolean understood = switch (method) {
            case "setString",
                    "setShort",
                    "setInt",
                    "setLong",
                    "setFloat",
                    "setDouble",
                    "setBigDecimal",
                    "setBoolean",
                    "setBytes",
                    "setArray" -> arguments.length == 2;
            case "setObject" -> arguments.length == 2 || isOwnType(value, arguments);
            default -> false;
        };
        if (understood) {
            set = value;
        } else if (method.equals("setObject") && value instanceof String text && arguments[2].equals(Types.OTHER)) {
            set = new Untyped(text);
        } else if (!method.equals("setNull")) {
            throw new SQLException("a value is bound by " + method);
        }
    }

    private static boolean isOwnType(@Nullable Object value, Object[] arguments) {
        return value != null && arguments.length == 3 && arguments[2].equals(OWN_TYPES.get(value.getClass()));
    }
}

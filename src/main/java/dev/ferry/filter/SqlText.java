package dev.ferry.filter;

import dev.ferry.source.RowCondition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A condition on its way to become SQL for PostgreSQL.
 *
 * <p>Texts are compared by their UTF-8 bytes, whatever the collation of the column and the encoding of the database: an
 * ASCII text is the same everywhere; any other is compared as bytes, since a database may not even have its characters.
 */
final class SqlText {
    /** PostgreSQL takes 65,535 parameters in a statement, of which others need some, too. */
    private static final int MAX_PARAMETERS = 30_000;

    private final Function<String, Optional<RowCondition.Column>> columns;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> malformed = new LinkedHashSet<>();
    private final List<Object> parameters = new ArrayList<>();
    private boolean possible = true;

    /** @param zone the zone of timestamps that name none */
    SqlText(Function<String, Optional<RowCondition.Column>> columns, ZoneId zone) {
        this.columns = columns;
        this.zone = zone;
    }

    /** What was written; empty where a part of it cannot be told in SQL. */
    Optional<RowCondition.Sql> finish() {
        if (!possible || parameters.size() > MAX_PARAMETERS) {
            return Optional.empty();
        }
        String whole = malformed.isEmpty()
                ? text.toString()
                : "((" + text + ") IS TRUE OR " + String.join(" OR ", malformed) + ")";
        return Optional.of(new RowCondition.Sql(whole, parameters));
    }

    void add(String sql) {
        text.append(sql);
    }

    /** The column of a field. */
    void column(Field field) {
        add(expression(field));
    }

    private String expression(Field field) {
        Optional<ColumnValue> value =
                columns.apply(field.name()).flatMap(column -> ColumnValue.of(field, column, zone));
        possible &= value.isPresent();
        value.flatMap(ColumnValue::malformed).ifPresent(malformed::add);
        return value.map(ColumnValue::sql).orElse("NULL");
    }

    void comparison(Condition.Comparison comparison) {
        Form form = form(comparison);
        add("(");
        operand(comparison.left(), other(comparison.right()), form);
        add(" " + comparison.operator() + " ");
        operand(comparison.right(), other(comparison.left()), form);
        add(")");
    }

    private static Optional<Field> other(Operand operand) {
        return operand instanceof Operand.OfField known ? Optional.of(known.field()) : Optional.empty();
    }

    private void operand(Operand operand, Optional<Field> other, Form form) {
        if (operand instanceof Operand.OfField known) {
            add(form.column(expression(known.field())));
            if (other.filter(field -> !sameType(field, known.field())).isPresent()) {
                possible = false;
            }
        } else if (operand instanceof Operand.Fixed fixed && other.isPresent()) {
            parameter(fixed.value(), other.get(), form);
        }
    }

    /** Numbers and texts compare across types; points in time with and without a zone do so by the session's zone. */
    private boolean sameType(Field one, Field two) {
        return one.kind() != Kind.TIMESTAMP || type(one).equals(type(two));
    }

    private Optional<String> type(Field field) {
        return columns.apply(field.name()).map(RowCondition.Column::type);
    }

    void membership(Condition.Membership membership) {
        Field field = membership.field().field();
        Form form = membership.values().stream().allMatch(SqlText::plain) ? plainForm(field) : Form.BYTES;
        if (membership.values().isEmpty()) {
            add("(NULL::boolean)");
            return;
        }
        add("(" + form.column(expression(field)) + " IN (");
        String separator = "";
        for (Object value : membership.values()) {
            add(separator);
            parameter(value, field, form);
            separator = ", ";
        }
        add(membership.otherwise() == Truth.UNKNOWN ? ", NULL))" : "))");
    }

    void likeness(Condition.Likeness likeness) {
        Optional<String> pattern = likeness.pattern().portable();
        possible &= pattern.isPresent();
        add("(" + Form.TEXT.column(expression(likeness.field().field())) + " LIKE ?)");
        parameters.add(pattern.orElse(""));
    }

    private void parameter(Object value, Field field, Form form) {
        if (value instanceof Instant instant) {
            possible &= instant.equals(instant.truncatedTo(ChronoUnit.MICROS));
            add("?");
            parameters.add(
                    type(field).filter(ColumnValue.TIMESTAMPTZ::equals).isPresent()
                            ? instant.atOffset(ZoneOffset.UTC)
                            : LocalDateTime.ofInstant(instant, zone));
        } else if (form == Form.BYTES) {
            String characters = (String) value;
            possible &= StandardCharsets.UTF_8.newEncoder().canEncode(characters);
            add("decode(?, 'hex')");
            parameters.add(HexFormat.of().formatHex(characters.getBytes(StandardCharsets.UTF_8)));
        } else {
            add("?");
            parameters.add(value);
        }
    }

    private static Form form(Condition.Comparison comparison) {
        if (comparison.left().kind() != Kind.TEXT) {
            return Form.VALUE;
        }
        boolean plain = plain(comparison.left()) && plain(comparison.right());
        return plain && comparison.operator().ofIdentity() ? Form.TEXT : Form.BYTES;
    }

    private static Form plainForm(Field field) {
        return field.kind() == Kind.TEXT ? Form.TEXT : Form.VALUE;
    }

    /** Whether every database has these characters; the parameter of a query cannot hold U+0000. */
    private static boolean plain(Object value) {
        if (value instanceof Operand.Fixed fixed) {
            return plain(fixed.value());
        }
        return !(value instanceof String characters) || characters.chars().allMatch(c -> c > 0 && c < 0x80);
    }

    /** How a value is compared. */
    private enum Form {
        VALUE("%s"),
        TEXT("%s COLLATE \"C\""),
        BYTES("convert_to(%s, 'UTF8')");

        private final String format;

        Form(String format) {
            this.format = format;
        }

        String column(String expression) {
            return String.format(format, expression);
        }
    }
}

package dev.ferry.filter;

import dev.ferry.failure.UsageException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;

/** Takes fields and values from what the SQL parser understood. */
final class OperandReader {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    /** As many as a number of a source may have by default. */
    private static final int MAX_DIGITS = 1_000;

    private final FilterText filter;
    private final Places places;
    private final QuoteScan quotes;

    OperandReader(FilterText filter, Places places) {
        this.filter = filter;
        this.places = places;
        this.quotes = new QuoteScan(filter);
    }

    /** @param around where it is looked for if the parser keeps no place */
    Syntax.Operand operand(Expression e, int around) {
        if (e instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return operand(list.get(0), places.of(e, around));
        }
        return e instanceof Column column ? name(column, around) : literal(e, around);
    }

    /** A field; the value of its own that a filter could be is refused. */
    Syntax.Name field(Expression e, int around) {
        Syntax.Operand operand = operand(e, around);
        if (operand instanceof Syntax.Name name) {
            return name;
        }
        throw filter.forbidden(operand.at(), "this compares no field");
    }

    private Syntax.Name name(Column e, int around) {
        int at = places.of(e, around);
        String written = places.text(e);
        if (written.startsWith("\"") && quotes.end(at) == at + written.length()) {
            return new Syntax.Name(quotes.content(at), at);
        }
        if (NAME.matcher(written).matches()) {
            return new Syntax.Name(written, at);
        }
        throw filter.forbidden(at, "'" + written + "' is no field's name");
    }

    /** A value. */
    Syntax.Literal literal(Expression e, int around) {
        int at = places.of(e, around);
        if (e instanceof StringValue) {
            return new Syntax.Text(text(at), at);
        }
        if (e instanceof LongValue || e instanceof DoubleValue) {
            return new Syntax.Figure(number(e.toString(), at), at);
        }
        if (e instanceof SignedExpression signed
                && (signed.getExpression() instanceof LongValue || signed.getExpression() instanceof DoubleValue)
                && (signed.getSign() == '-' || signed.getSign() == '+')) {
            return new Syntax.Figure(
                    number(signed.getSign() + signed.getExpression().toString(), at), at);
        }
        if (e instanceof BooleanValue flag) {
            return new Syntax.Flag(flag.getValue(), at);
        }
        if (e instanceof NullValue) {
            return new Syntax.Null(at);
        }
        if (e instanceof DateTimeLiteralExpression time) {
            return time(time, at);
        }
        throw refused(e, around);
    }

    private Syntax.Time time(DateTimeLiteralExpression e, int at) {
        Syntax.Time.Unit unit = switch (e.getType()) {
            case DATE -> Syntax.Time.Unit.DATE;
            case TIMESTAMP -> Syntax.Time.Unit.TIMESTAMP;
            default -> throw filter.forbidden(at, e.getType() + " cannot stand in a filter");
        };
        int quote = filter.expression().indexOf('\'', at);
        if (quote < 0 || !filter.expression().substring(at, quote).strip().equalsIgnoreCase(unit.name())) {
            throw filter.forbidden(at, "a text in '…' must follow " + unit);
        }
        return new Syntax.Time(unit, quotes.content(quote), at);
    }

    /** The parser has further kinds of texts, and another opinion on backslashes: only what stands there itself counts. */
    private String text(int at) {
        if (filter.expression().charAt(at) != '\'') {
            throw filter.forbidden(at, "this kind of text cannot stand in a filter");
        }
        return quotes.content(at);
    }

    private BigDecimal number(String digits, int at) {
        try {
            BigDecimal number = new BigDecimal(digits);
            if (number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw filter.forbidden(at, "'" + digits + "' is no number");
        }
        throw filter.forbidden(at, "a number has at most " + MAX_DIGITS + " digits");
    }

    /** The refusal of what is neither a field nor a value. */
    UsageException refused(Expression e, int around) {
        if (e instanceof BinaryExpression binary && !isCondition(e)) {
            return filter.forbidden(
                    places.ofOperator(binary),
                    "'" + places.operator(binary) + "' calculates, and a filter only compares");
        }
        return filter.forbidden(
                places.of(e, around), what(e) + " cannot stand " + (isCondition(e) ? "here" : "in a filter"));
    }

    private static boolean isCondition(Expression e) {
        return e instanceof ComparisonOperator
                || e instanceof AndExpression
                || e instanceof OrExpression
                || e instanceof NotExpression
                || e instanceof LikeExpression
                || e instanceof InExpression
                || e instanceof Between
                || e instanceof IsNullExpression
                || e instanceof IsBooleanExpression
                || e instanceof ParenthesedExpressionList
                || e instanceof Column;
    }

    private String what(Expression e) {
        if (e instanceof Function) {
            return "a function";
        }
        if (e instanceof Select || e instanceof ExistsExpression) {
            return "a query";
        }
        if (e instanceof CastExpression) {
            return "a cast";
        }
        if (e instanceof JdbcParameter || e instanceof JdbcNamedParameter) {
            return "a parameter";
        }
        if (e instanceof CaseExpression) {
            return "CASE";
        }
        if (e instanceof ParenthesedExpressionList) {
            return "a list";
        }
        if (e instanceof Column) {
            return "a field";
        }
        return isCondition(e) ? "a condition" : "'" + places.text(e) + "'";
    }
}

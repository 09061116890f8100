package dev.ferry.filter;

import dev.ferry.failure.UsageException;
import dev.ferry.filter.Syntax.Junction.Joint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.Select;

/** Takes from what the SQL parser understood that part which filters have, and refuses the rest. */
final class SyntaxReader {
    private static final String DEFAULT_ESCAPE = "\\";

    private final FilterText filter;
    private final Places places;
    private final OperandReader operands;

    private SyntaxReader(FilterText filter) {
        this.filter = filter;
        this.places = new Places(filter);
        this.operands = new OperandReader(filter, places);
    }

    /**
     * Reads a filter's expression.
     *
     * @throws UsageException where it is none, with a caret under the place
     */
    static Syntax read(FilterText filter) {
        return new SyntaxReader(filter).condition(Parsing.of(filter));
    }

    private Syntax condition(Expression e) {
        int at = places.of(e);
        if (e instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return condition(list.get(0));
        }
        if (e instanceof AndExpression and) {
            return new Syntax.Junction(Joint.AND, chain(and, Joint.AND, AndExpression.class), at);
        }
        if (e instanceof OrExpression or) {
            return new Syntax.Junction(Joint.OR, chain(or, Joint.OR, OrExpression.class), at);
        }
        if (e instanceof NotExpression not) {
            require(!not.isExclamationMark(), not);
            return new Syntax.Negation(condition(not.getExpression()), at);
        }
        if (e instanceof ComparisonOperator comparison) {
            return comparison(comparison, at);
        }
        if (e instanceof InExpression in) {
            return in(in, at);
        }
        if (e instanceof Between between) {
            return between(between, at);
        }
        if (e instanceof LikeExpression like) {
            return like(like, at);
        }
        if (e instanceof IsNullExpression test) {
            require(!test.isUseIsNull() && !test.isUseNotNull(), test);
            return negatedIf(test.isNot(), new Syntax.Absence(operands.field(test.getLeftExpression(), at), at));
        }
        if (e instanceof IsBooleanExpression test) {
            Truth wanted = Truth.of(test.isTrue());
            return negatedIf(test.isNot(), new Syntax.TruthTest(condition(test.getLeftExpression()), wanted, at));
        }
        return operands.field(e, at);
    }

    /** A chain of hundreds is as deep as it is long; here it becomes flat. */
    private List<Syntax> chain(BinaryExpression last, Joint joint, Class<? extends BinaryExpression> type) {
        Deque<Syntax> parts = new ArrayDeque<>();
        Expression rest = last;
        while (type.isInstance(rest)) {
            BinaryExpression pair = type.cast(rest);
            if (!places.operator(pair).equalsIgnoreCase(joint.name())) {
                throw noOperator(pair);
            }
            parts.addFirst(condition(pair.getRightExpression()));
            rest = pair.getLeftExpression();
        }
        parts.addFirst(condition(rest));
        return List.copyOf(parts);
    }

    private Syntax comparison(ComparisonOperator e, int at) {
        Operator operator = Operator.written(e.getStringExpression()).orElseThrow(() -> noOperator(e));
        require(e.getOldOracleJoinSyntax() == 0, e);
        Syntax.Operand left = operands.operand(e.getLeftExpression(), at);
        Syntax.Operand right = operands.operand(e.getRightExpression(), places.ofOperator(e));
        return compared(operator, left, right, at);
    }

    private UsageException noOperator(BinaryExpression e) {
        return filter.forbidden(places.ofOperator(e), "'" + places.operator(e) + "' is none of a filter's operators");
    }

    private Syntax compared(Operator operator, Syntax.Operand left, Syntax.Operand right, int at) {
        if (left instanceof Syntax.Literal && right instanceof Syntax.Literal) {
            throw filter.forbidden(left.at(), "this compares no field");
        }
        return new Syntax.Comparison(operator, left, right, at);
    }

    private Syntax in(InExpression e, int at) {
        require(!e.isGlobal() && e.getOldOracleJoinSyntax() == 0, e);
        Syntax.Name field = operands.field(e.getLeftExpression(), at);
        if (!(e.getRightExpression() instanceof ParenthesedExpressionList<?> list)) {
            Expression other = e.getRightExpression();
            throw other instanceof Select
                    ? operands.refused(other, at)
                    : filter.forbidden(places.of(other, at), "IN takes values in parentheses");
        }
        if (list.isEmpty()) {
            throw filter.refused(places.of(list, at), "the list has no values", "Give one at least: IN ('a', 'b').");
        }
        List<Syntax.Literal> values = list.stream()
                .<Syntax.Literal>map(value -> operands.literal(value, places.of(list)))
                .toList();
        return negatedIf(e.isNot(), new Syntax.Membership(field, values, at));
    }

    private Syntax between(Between e, int at) {
        require(!e.isUsingSymmetric() && !e.isUsingAsymmetric() && e.getOldOracleJoinSyntax() == 0, e);
        Syntax.Operand value = operands.operand(e.getLeftExpression(), at);
        Syntax.Operand low = operands.operand(e.getBetweenExpressionStart(), at);
        Syntax.Operand high = operands.operand(e.getBetweenExpressionEnd(), at);
        List<Syntax> ends = List.of(
                compared(Operator.GREATER_OR_EQUAL, value, low, at), compared(Operator.LESS_OR_EQUAL, value, high, at));
        return negatedIf(e.isNot(), new Syntax.Junction(Joint.AND, ends, at));
    }

    private Syntax like(LikeExpression e, int at) {
        LikePattern.Case sensitivity = switch (e.getLikeKeyWord()) {
            case LIKE -> LikePattern.Case.SENSITIVE;
            case ILIKE -> LikePattern.Case.INSENSITIVE;
            default -> throw filter.forbidden(places.ofOperator(e), e.getLikeKeyWord() + " cannot stand in a filter");
        };
        require(!e.isUseBinary() && e.getOldOracleJoinSyntax() == 0, e);
        Syntax.Name field = operands.field(e.getLeftExpression(), at);
        Syntax.Literal pattern = operands.literal(e.getRightExpression(), places.ofOperator(e));
        String escape = e.getEscape() == null
                ? DEFAULT_ESCAPE
                : escape(e.getEscape(), places.ofSecondBehind(e.getRightExpression(), at));
        return negatedIf(e.isNot(), new Syntax.Likeness(field, pattern, escape, sensitivity, at));
    }

    private String escape(Expression e, int at) {
        if (operands.literal(e, at) instanceof Syntax.Text text
                && text.value().codePointCount(0, text.value().length()) <= 1) {
            return text.value();
        }
        throw filter.refused(at, "ESCAPE takes one character, or '' for none", "Write for example ESCAPE '!'.");
    }

    private static Syntax negatedIf(boolean not, Syntax condition) {
        return not ? new Syntax.Negation(condition, condition.at()) : condition;
    }

    /** Refuses a variant of an operator that only some databases have. */
    private void require(boolean standard, Expression e) {
        if (!standard) {
            throw filter.forbidden(places.of(e), "this form of a condition cannot stand in a filter");
        }
    }
}

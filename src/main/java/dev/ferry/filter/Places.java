package dev.ferry.filter;

import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.Token;
import org.jspecify.annotations.Nullable;

/** Where the parts of an expression stand; the parser tells it of most, and of the others by what they consist of. */
final class Places {
    private final FilterText filter;

    Places(FilterText filter) {
        this.filter = filter;
    }

    /** Where a part begins, an index into the expression; its own begin where nobody knows. */
    int of(Expression e) {
        return of(e, 0);
    }

    /** @param around what to answer where nobody knows */
    int of(Expression e, int around) {
        Token first = first(e);
        return first == null ? around : begin(first);
    }

    /** Where the operator of two operands stands. */
    int ofOperator(BinaryExpression e) {
        Token operator = operatorToken(e);
        return operator == null ? of(e) : begin(operator);
    }

    /** Where a token begins: the parser is given one line, and counts columns from 1. */
    static int begin(Token token) {
        return token.beginColumn - 1;
    }

    /** The operator of two operands, as it is written. */
    String operator(BinaryExpression e) {
        Token operator = operatorToken(e);
        return operator == null ? e.getStringExpression() : operator.image;
    }

    /** Where the second word behind a part stands; of ESCAPE's text the parser keeps no place. */
    int ofSecondBehind(Expression e, int around) {
        Node node = node(e);
        Token keyword = node == null ? null : node.jjtGetLastToken().next;
        Token second = keyword == null ? null : keyword.next;
        return second == null ? around : begin(second);
    }

    /** A part as it is written. */
    String text(Expression e) {
        Node node = node(e);
        return node == null
                ? e.toString()
                : filter.expression().substring(begin(node.jjtGetFirstToken()), node.jjtGetLastToken().endColumn);
    }

    private static @Nullable Token operatorToken(BinaryExpression e) {
        Node left = node(e.getLeftExpression());
        return left == null ? null : left.jjtGetLastToken().next;
    }

    private static @Nullable Token first(Expression e) {
        Node node = node(e);
        if (node != null) {
            return node.jjtGetFirstToken();
        }
        if (e instanceof BinaryExpression binary) {
            return first(binary.getLeftExpression());
        }
        if (e instanceof IsNullExpression test) {
            return first(test.getLeftExpression());
        }
        return e instanceof IsBooleanExpression test ? first(test.getLeftExpression()) : null;
    }

    private static @Nullable Node node(Expression e) {
        return e.getASTNode();
    }
}

package dev.ferry.filter;

import java.math.BigDecimal;
import java.util.List;

/** What a filter says, before its fields are known. Every part knows where it stands in the expression. */
sealed interface Syntax {
    /** Where it begins, an index into the expression. */
    int at();

    /** What can be compared. */
    sealed interface Operand extends Syntax {}

    /** A field by the name that its user gives it. */
    record Name(String text, int at) implements Operand {}

    /** A value that stands in the filter itself. */
    sealed interface Literal extends Operand {}

    /** A text in quotes. */
    record Text(String value, int at) implements Literal {}

    /** A number. */
    record Figure(BigDecimal value, int at) implements Literal {}

    /** TRUE or FALSE. */
    record Flag(boolean value, int at) implements Literal {}

    /** NULL. */
    record Null(int at) implements Literal {}

    /** DATE or TIMESTAMP and a text. */
    record Time(Unit unit, String value, int at) implements Literal {
        /** How exact it is. */
        enum Unit {
            DATE,
            TIMESTAMP
        }
    }

    /** Conditions between AND or OR. */
    record Junction(Joint joint, List<Syntax> parts, int at) implements Syntax {
        /** What stands between them. */
        enum Joint {
            AND,
            OR
        }
    }

    /** NOT. */
    record Negation(Syntax negated, int at) implements Syntax {}

    /** A comparison; one side at least is a field. */
    record Comparison(Operator operator, Operand left, Operand right, int at) implements Syntax {}

    /** IN. */
    record Membership(Name field, List<Literal> values, int at) implements Syntax {}

    /** LIKE or ILIKE. */
    record Likeness(Name field, Literal pattern, String escape, LikePattern.Case sensitivity, int at)
            implements Syntax {}

    /** IS NULL. */
    record Absence(Name field, int at) implements Syntax {}

    /** IS TRUE or IS FALSE. */
    record TruthTest(Syntax tested, Truth wanted, int at) implements Syntax {}
}

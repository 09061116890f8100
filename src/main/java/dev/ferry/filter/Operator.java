package dev.ferry.filter;

import java.util.Arrays;
import java.util.Optional;

/** How two values are compared. */
enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    GREATER(">"),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">=");

    private final String sql;

    Operator(String sql) {
        this.sql = sql;
    }

    /** The operator that a filter writes so. */
    static Optional<Operator> written(String text) {
        String standard = text.equals("!=") ? "<>" : text;
        return Arrays.stream(values())
                .filter(operator -> operator.sql.equals(standard))
                .findFirst();
    }

    /** Whether it asks only if two values are the same. */
    boolean ofIdentity() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    /** The answer, given how the left value compares to the right one. */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case GREATER -> comparison > 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
        };
    }

    @Override
    public String toString() {
        return sql;
    }
}

package dev.ferry.filter;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A condition on the fields of one section, its names and values checked. */
sealed interface Condition {
    /** What it is of a record. */
    Truth of(Record dto);

    /** Adds it as SQL that is of a row what {@link #of} is of its record. */
    void write(SqlText sql);

    /** All of these conditions, or one of them. */
    record Junction(Syntax.Junction.Joint joint, List<Condition> parts) implements Condition {
        public Junction {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth of(Record dto) {
            boolean and = joint == Syntax.Junction.Joint.AND;
            Truth truth = Truth.of(and);
            for (Condition part : parts) {
                truth = and ? truth.and(part.of(dto)) : truth.or(part.of(dto));
            }
            return truth;
        }

        @Override
        public void write(SqlText sql) {
            sql.add("(");
            for (int i = 0; i < parts.size(); i++) {
                sql.add(i == 0 ? "" : " " + joint + " ");
                parts.get(i).write(sql);
            }
            sql.add(")");
        }

        @Override
        public String toString() {
            return parts.stream().map(Condition::toString).collect(Collectors.joining(" " + joint + " ", "(", ")"));
        }
    }

    /** The contrary of a condition. */
    record Negation(Condition negated) implements Condition {
        @Override
        public Truth of(Record dto) {
            return negated.of(dto).negated();
        }

        @Override
        public void write(SqlText sql) {
            sql.add("(NOT ");
            negated.write(sql);
            sql.add(")");
        }

        @Override
        public String toString() {
            return "NOT " + negated;
        }
    }

    /** A comparison of two values. */
    record Comparison(Operator operator, Operand left, Operand right) implements Condition {
        @Override
        public Truth of(Record dto) {
            Optional<Object> a = left.value(dto);
            Optional<Object> b = right.value(dto);
            return a.isEmpty() || b.isEmpty()
                    ? Truth.UNKNOWN
                    : Truth.of(operator.holds(left.kind().order().compare(a.get(), b.get())));
        }

        @Override
        public void write(SqlText sql) {
            sql.comparison(this);
        }

        @Override
        public String toString() {
            return left + " " + operator + " " + right;
        }
    }

    /** Whether a value is one of several; NULL among them makes a no unknown. */
    record Membership(Operand.OfField field, TreeSet<Object> values, Truth otherwise) implements Condition {
        @Override
        public Truth of(Record dto) {
            return field.value(dto)
                    .map(value -> values.contains(value) ? Truth.TRUE : otherwise)
                    .orElse(Truth.UNKNOWN);
        }

        @Override
        public void write(SqlText sql) {
            sql.membership(this);
        }

        @Override
        public String toString() {
            return values.stream().map(Constant::written).collect(Collectors.joining(", ", field + " IN (", ""))
                    + (otherwise == Truth.UNKNOWN ? ", NULL)" : ")");
        }
    }

    /** LIKE or ILIKE. */
    record Likeness(Operand.OfField field, LikePattern pattern) implements Condition {
        @Override
        public Truth of(Record dto) {
            return field.value(dto)
                    .map(value -> Truth.of(pattern.matches((String) value)))
                    .orElse(Truth.UNKNOWN);
        }

        @Override
        public void write(SqlText sql) {
            sql.likeness(this);
        }

        @Override
        public String toString() {
            String like = pattern.sensitivity() == LikePattern.Case.SENSITIVE ? " LIKE " : " ILIKE ";
            return field + like + Constant.written(pattern.toString());
        }
    }

    /** IS NULL. */
    record Absence(Operand.OfField field) implements Condition {
        @Override
        public Truth of(Record dto) {
            return Truth.of(field.value(dto).isEmpty());
        }

        @Override
        public void write(SqlText sql) {
            sql.add("(");
            field.write(sql);
            sql.add(" IS NULL)");
        }

        @Override
        public String toString() {
            return field + " IS NULL";
        }
    }

    /** A field that is a condition by itself. */
    record Flag(Operand.OfField field) implements Condition {
        @Override
        public Truth of(Record dto) {
            return field.value(dto).map(value -> Truth.of((Boolean) value)).orElse(Truth.UNKNOWN);
        }

        @Override
        public void write(SqlText sql) {
            field.write(sql);
        }

        @Override
        public String toString() {
            return field.toString();
        }
    }

    /** IS TRUE or IS FALSE. */
    record TruthTest(Condition tested, Truth wanted) implements Condition {
        @Override
        public Truth of(Record dto) {
            return Truth.of(tested.of(dto) == wanted);
        }

        @Override
        public void write(SqlText sql) {
            sql.add("(");
            tested.write(sql);
            sql.add(" IS " + wanted + ")");
        }

        @Override
        public String toString() {
            return tested + " IS " + wanted;
        }
    }

    /** What can never be known: a comparison with NULL. */
    record Unknown() implements Condition {
        @Override
        public Truth of(Record dto) {
            return Truth.UNKNOWN;
        }

        @Override
        public void write(SqlText sql) {
            sql.add("NULL::boolean");
        }

        @Override
        public String toString() {
            return "NULL";
        }
    }
}

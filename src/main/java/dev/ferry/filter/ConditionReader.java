package dev.ferry.filter;

import dev.ferry.failure.UsageException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks what a filter says against the fields of one section. */
final class ConditionReader {
    private final FilterText filter;
    private final SectionFields fields;
    private final Constant constants;
    private final Set<String> used = new LinkedHashSet<>();

    /** @param zone the zone of timestamps that name none */
    ConditionReader(FilterText filter, SectionFields fields, ZoneId zone) {
        this.filter = filter;
        this.fields = fields;
        this.constants = new Constant(filter, zone);
    }

    /** The fields that the conditions read so far look at. */
    Set<String> used() {
        return Set.copyOf(used);
    }

    /**
     * The condition for records of the section.
     *
     * @throws UsageException where a field is unknown or a value is not of its kind
     */
    Condition read(Syntax syntax) {
        if (syntax instanceof Syntax.Junction junction) {
            return new Condition.Junction(
                    junction.joint(), junction.parts().stream().map(this::read).toList());
        }
        if (syntax instanceof Syntax.Negation negation) {
            return new Condition.Negation(read(negation.negated()));
        }
        if (syntax instanceof Syntax.Comparison comparison) {
            return comparison(comparison);
        }
        if (syntax instanceof Syntax.Membership membership) {
            return membership(membership);
        }
        if (syntax instanceof Syntax.Likeness likeness) {
            return likeness(likeness);
        }
        if (syntax instanceof Syntax.Absence absence) {
            return new Condition.Absence(field(absence.field()));
        }
        if (syntax instanceof Syntax.TruthTest test) {
            return new Condition.TruthTest(read(test.tested()), test.wanted());
        }
        return flag(syntax);
    }

    private Condition flag(Syntax syntax) {
        if (!(syntax instanceof Syntax.Name name)) {
            throw filter.forbidden(syntax.at(), "this compares no field");
        }
        Operand.OfField operand = field(name);
        if (operand.kind() != Kind.FLAG) {
            throw filter.forbidden(
                    name.at(), "'" + operand + "' is " + operand.kind() + ", which is no condition by itself");
        }
        return new Condition.Flag(operand);
    }

    private Operand.OfField field(Syntax.Name name) {
        Field field = fields.field(filter, name);
        used.add(field.name());
        return new Operand.OfField(field);
    }

    private Condition comparison(Syntax.Comparison comparison) {
        if (comparison.left() instanceof Syntax.Name left && comparison.right() instanceof Syntax.Name right) {
            Operand.OfField a = field(left);
            Operand.OfField b = field(right);
            if (a.kind() != b.kind()) {
                String kinds = "'" + a + "' is " + a.kind() + ", and '" + b + "' is " + b.kind();
                throw filter.refused(right.at(), kinds, "Compare fields of one kind.");
            }
            return new Condition.Comparison(comparison.operator(), a, b);
        }
        if (comparison.left() instanceof Syntax.Name name && comparison.right() instanceof Syntax.Literal literal) {
            Operand.OfField field = field(name);
            return fixed(field, literal)
                    .<Condition>map(value -> new Condition.Comparison(comparison.operator(), field, value))
                    .orElseGet(Condition.Unknown::new);
        }
        if (comparison.left() instanceof Syntax.Literal literal && comparison.right() instanceof Syntax.Name name) {
            Operand.OfField field = field(name);
            return fixed(field, literal)
                    .<Condition>map(value -> new Condition.Comparison(comparison.operator(), value, field))
                    .orElseGet(Condition.Unknown::new);
        }
        throw filter.forbidden(comparison.at(), "this compares no field");
    }

    private Optional<Operand> fixed(Operand.OfField field, Syntax.Literal literal) {
        return constants.value(literal, field.field()).map(value -> new Operand.Fixed(field.kind(), value));
    }

    private Condition membership(Syntax.Membership membership) {
        Operand.OfField field = field(membership.field());
        List<Optional<Object>> read = membership.values().stream()
                .map(literal -> constants.value(literal, field.field()))
                .toList();
        TreeSet<Object> values = new TreeSet<>(field.kind().order());
        read.stream().flatMap(Optional::stream).forEach(values::add);
        Truth otherwise = read.stream().allMatch(Optional::isPresent) ? Truth.FALSE : Truth.UNKNOWN;
        return new Condition.Membership(field, values, otherwise);
    }

    private Condition likeness(Syntax.Likeness likeness) {
        Operand.OfField field = field(likeness.field());
        if (field.kind() != Kind.TEXT) {
            throw filter.refused(
                    likeness.field().at(),
                    "'" + field + "' is " + field.kind() + ", and only texts are like a pattern",
                    "Compare it with = <> < > <= >= or IN.");
        }
        Optional<Object> pattern = constants.value(likeness.pattern(), field.field());
        if (pattern.isEmpty()) {
            return new Condition.Unknown();
        }
        return LikePattern.of((String) pattern.get(), likeness.escape(), likeness.sensitivity())
                .<Condition>map(parts -> new Condition.Likeness(field, parts))
                .orElseThrow(() -> filter.refused(
                        likeness.pattern().at(),
                        "the pattern ends with the character that makes the next one stand for itself",
                        "Write it twice, or choose another with ESCAPE '!'."));
    }
}

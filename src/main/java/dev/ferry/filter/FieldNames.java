package dev.ferry.filter;

import java.util.List;
import java.util.stream.Stream;

/** The fields that a filter names. */
final class FieldNames {
    private FieldNames() {}

    /** All of them, in their order; at least one. */
    static List<Syntax.Name> in(Syntax syntax) {
        return names(syntax).toList();
    }

    private static Stream<Syntax.Name> names(Syntax syntax) {
        if (syntax instanceof Syntax.Name name) {
            return Stream.of(name);
        }
        if (syntax instanceof Syntax.Junction junction) {
            return junction.parts().stream().flatMap(FieldNames::names);
        }
        if (syntax instanceof Syntax.Negation negation) {
            return names(negation.negated());
        }
        if (syntax instanceof Syntax.Comparison comparison) {
            return Stream.of(comparison.left(), comparison.right()).flatMap(FieldNames::names);
        }
        if (syntax instanceof Syntax.Membership membership) {
            return Stream.of(membership.field());
        }
        if (syntax instanceof Syntax.Likeness likeness) {
            return Stream.of(likeness.field());
        }
        if (syntax instanceof Syntax.Absence absence) {
            return Stream.of(absence.field());
        }
        return syntax instanceof Syntax.TruthTest test ? names(test.tested()) : Stream.of();
    }
}

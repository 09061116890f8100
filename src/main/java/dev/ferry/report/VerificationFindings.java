package dev.ferry.report;

import dev.ferry.migration.VerificationResult;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Violation;
import dev.ferry.verify.Difference;
import dev.ferry.verify.Proof.Deviation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a verification found, in the form that reports have for what is wrong with a source. */
final class VerificationFindings {
    private VerificationFindings() {}

    /** The differences, then what is wrong with the source itself; the caller closes it. */
    static ConstraintReport of(VerificationResult result) {
        ConstraintReport findings = new ConstraintReport();
        try {
            result.differences().forEach(difference -> findings.add(violation(difference)));
            result.report().forEach(findings::add);
            result.warnings().forEach(findings::warn);
            return findings;
        } catch (RuntimeException | Error e) {
            findings.close();
            throw e;
        }
    }

    private static Violation violation(Difference difference) {
        return new Violation(
                difference.position(),
                difference.entity(),
                difference.id(),
                difference.column(),
                difference.kind().name().toLowerCase(Locale.ROOT),
                message(difference),
                difference.kind() == Difference.Kind.DIFFERENT
                        ? difference.expected().orElse("NULL")
                        : "");
    }

    private static String message(Difference difference) {
        return switch (difference.kind()) {
            case MISSING -> "the database does not have this row";
            case UNEXPECTED -> "the run inserted this row, but nothing in the source maps to it";
            case DIFFERENT ->
                "expected " + value(difference.expected()) + ", the database has " + value(difference.found());
        };
    }

    private static String value(Optional<String> text) {
        return text.map(value -> "'" + value + "'").orElse("NULL");
    }

    /** What no longer holds of a proof. */
    static List<String> ofProof(VerificationResult result) {
        return result.check().stream()
                .flatMap(check -> check.deviations().stream()
                        .map(deviation -> "the proof " + check.file() + " no longer holds: " + text(deviation)))
                .toList();
    }

    private static String text(Deviation deviation) {
        String table = deviation.entity().isEmpty() ? "" : " of " + deviation.entity();
        String part = switch (deviation.part()) {
            case "source" -> "SHA-256 of the source";
            case "content" -> "hash of the rows";
            default -> deviation.part();
        };
        return part + table + " was " + deviation.proved() + ", is " + deviation.found();
    }
}

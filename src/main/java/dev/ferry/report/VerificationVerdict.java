package dev.ferry.report;

import dev.ferry.migration.VerificationResult;
import dev.ferry.migration.VerifiedEntity;
import dev.ferry.report.Verdict.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** A verification in a sentence, and what to do next. */
final class VerificationVerdict {
    private VerificationVerdict() {}

    static Verdict of(VerificationResult result) {
        return switch (result.status()) {
            case COMPLETED -> equal(result);
            case MISMATCHED -> different(result);
            default ->
                new Verdict(
                        Tone.BAD,
                        "Not verified: the source has "
                                + Quantity.count(result.report().violationCount(), "violation")
                                + ", and what such records map to is not known.",
                        List.of("Correct the source at the places listed, then verify again."));
        };
    }

    private static Verdict equal(VerificationResult result) {
        List<String> next = new ArrayList<>();
        result.proof()
                .ifPresent(file -> next.add("The proof is in " + Visible.text(file.toString())
                        + "; verify with --check-proof FILE says later whether it still holds."));
        String proof = result.check().isPresent() ? ", and the proof holds" : "";
        return new Verdict(
                Tone.GOOD,
                "Verified: " + Quantity.count(rows(result, VerifiedEntity::matching), "row") + " as the source says"
                        + proof + ".",
                next);
    }

    private static Verdict different(VerificationResult result) {
        long missing = rows(result, VerifiedEntity::missing);
        long different = rows(result, VerifiedEntity::different);
        long unexpected = rows(result, VerifiedEntity::unexpected);
        List<String> next = new ArrayList<>();
        if (missing + different > 0) {
            next.add("Migrate again with --on-conflict update to write what the source says, or correct the source.");
        }
        if (unexpected > 0) {
            next.add("Rows that the source has no longer go with a rollback of the run, or by hand.");
        }
        if (missing + different + unexpected == 0) {
            return new Verdict(
                    Tone.BAD,
                    "The proof no longer holds: " + Quantity.count(rows(result, VerifiedEntity::matching), "row")
                            + " are as the source says now.",
                    List.of("Write a new proof with --proof FILE, if the change is meant."));
        }
        return new Verdict(
                Tone.BAD,
                "Different: " + Quantity.count(missing, "row") + " missing, " + Quantity.count(different)
                        + " different, " + Quantity.count(unexpected) + " unexpected.",
                next);
    }

    private static long rows(VerificationResult result, ToLongFunction<VerifiedEntity> count) {
        return VerificationCounts.total(result.entities(), count);
    }
}

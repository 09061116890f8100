package dev.ferry.report;

import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.Summary;
import dev.ferry.validate.ConstraintReport;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A result in a sentence, and what to do next; the same words in every report for people.
 *
 * @param tone whether it is good news
 * @param headline how the run ended
 * @param next what to do next, one sentence each; empty where nothing needs to be done
 */
record Verdict(Tone tone, String headline, List<String> next) {
    Verdict {
        next = List.copyOf(next);
    }

    /** Whether it is good news. */
    enum Tone {
        GOOD,
        MIXED,
        BAD
    }

    static Verdict of(Command command, MigrationResult result) {
        return command == Command.VALIDATE ? ofCheck(result) : ofRun(result);
    }

    private static Verdict ofCheck(MigrationResult result) {
        return violations(result) == 0
                ? new Verdict(Tone.GOOD, "Valid: " + records(result) + " keep every rule.", List.of())
                : new Verdict(
                        Tone.BAD,
                        "Not valid: " + found(result) + ".",
                        List.of(correct(result.summary()) + ", then validate it again."));
    }

    private static Verdict ofRun(MigrationResult result) {
        if (result instanceof MigrationResult.Mismatched) {
            return new Verdict(
                    Tone.BAD,
                    "Rolled back: what was written is not what should have been written.",
                    List.of("Nothing of this run is in the database. Something else may write to these tables: see "
                            + "whether a trigger or another program changes rows, then run again."));
        }
        if (result instanceof MigrationResult.Rejected) {
            return new Verdict(
                    Tone.BAD,
                    "Rejected: " + found(result) + "; nothing was written.",
                    afterRejection(result.summary()));
        }
        if (result instanceof MigrationResult.Rehearsed) {
            return violations(result) == 0
                    ? new Verdict(
                            Tone.GOOD,
                            "Rehearsed: " + records(result) + " would be migrated; nothing was kept.",
                            List.of("Run again without --dry-run to migrate."))
                    : new Verdict(
                            Tone.MIXED,
                            "Rehearsed: " + found(result) + "; the valid rest would be migrated; nothing was kept.",
                            List.of("Correct the source at the places listed, or run again without --dry-run."));
        }
        return violations(result) == 0
                ? new Verdict(Tone.GOOD, "Completed: " + done(result) + ".", List.of())
                : new Verdict(
                        Tone.MIXED,
                        "Completed in part: " + found(result) + "; the valid rest was migrated.",
                        List.of(
                                "Correct the rejected records and migrate them; what is there already is skipped, or with"
                                        + " --on-conflict update changed."));
    }

    /** A source that cannot be read to its end is not written, not even with {@code --force}. */
    private static List<String> afterRejection(Summary summary) {
        String correct = correct(summary) + ", then run again.";
        return Stop.of(summary.report()).isPresent()
                ? List.of(correct)
                : List.of(
                        correct,
                        "Or write the valid rest with --force and take the rejected records to a file with "
                                + "--rejects FILE.");
    }

    private static String correct(Summary summary) {
        return summary.report().violationCount() == 1
                ? "Correct the source at the place listed"
                : "Correct the source at the places listed";
    }

    /** What became of the rows, where all is well. */
    private static String done(MigrationResult result) {
        long inserted = rows(result, EntityCount::inserted);
        long updated = rows(result, EntityCount::updated);
        return inserted + updated == 0
                ? records(result) + " were there already; nothing was written"
                : Quantity.count(inserted, "row") + " inserted, " + Quantity.count(updated) + " updated";
    }

    private static long rows(MigrationResult result, ToLongFunction<EntityCount> count) {
        return result.summary().entities().stream().mapToLong(count).sum();
    }

    /** How much is valid, and what the run took: time, memory. */
    static String measures(Summary summary) {
        return valid(summary) + " "
                + took(summary.durationMillis(), summary.databaseMillis(), summary.peakMemoryBytes());
    }

    /** What something took: time, memory. */
    static String took(long durationMillis, long databaseMillis, long peakMemoryBytes) {
        return "Took "
                + Quantity.duration(durationMillis)
                + (databaseMillis == 0 ? "" : ", " + Quantity.duration(databaseMillis) + " of it in the database")
                + (peakMemoryBytes == 0 ? "" : ", and at most " + Quantity.size(peakMemoryBytes) + " of memory")
                + ".";
    }

    private static String valid(Summary summary) {
        String share = Quantity.share(summary.successRate()) + " of the records";
        return Stop.of(summary.report())
                .map(place -> "Reading stopped at " + Place.of(place) + "; what follows was not checked."
                        + (read(summary) == 0 ? "" : " " + share + " before it are valid."))
                .orElse(share + " are valid.");
    }

    private static long read(Summary summary) {
        return summary.entities().stream().mapToLong(EntityCount::read).sum();
    }

    private static long violations(MigrationResult result) {
        return result.summary().report().violationCount();
    }

    private static String records(MigrationResult result) {
        return Quantity.count(
                result.summary().entities().stream()
                        .mapToLong(EntityCount::valid)
                        .sum(),
                "record");
    }

    private static String found(MigrationResult result) {
        ConstraintReport report = result.summary().report();
        long rejected = result.summary().entities().stream()
                .mapToLong(EntityCount::rejected)
                .sum();
        String violations = Quantity.count(report.violationCount(), "violation");
        // A file that cannot be read to its end has a violation and no record to count.
        return rejected == 0 ? violations : violations + " in " + Quantity.count(rejected, "record");
    }
}

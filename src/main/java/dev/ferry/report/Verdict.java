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
                        List.of("Correct the source at the places listed, then validate it again."));
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
                    List.of(
                            "Correct the source at the places listed, then run again.",
                            "Or write the valid rest with --force and take the rejected records to a file with "
                                    + "--rejects FILE."));
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
                        List.of("Correct the rejected records and migrate them; what is there already is skipped."));
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

    /** What the run took: time, share of valid records, memory. */
    static String measures(Summary summary) {
        return Quantity.share(summary.successRate()) + " of the records are valid. Took "
                + Quantity.duration(summary.durationMillis())
                + (summary.databaseMillis() == 0
                        ? ""
                        : ", " + Quantity.duration(summary.databaseMillis()) + " of it in the database")
                + (summary.peakMemoryBytes() == 0
                        ? ""
                        : ", and at most " + Quantity.size(summary.peakMemoryBytes()) + " of memory")
                + ".";
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

package dev.ferry.report;

import dev.ferry.backup.BackupFile;
import dev.ferry.failure.ExitCode;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.Preview;
import dev.ferry.migration.Summary;
import dev.ferry.migration.VerificationResult;
import dev.ferry.validate.ConstraintReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reports for people and for code scanning tell of a run or a verification, whatever their format.
 *
 * @param target the database for people, empty where none was asked
 * @param run the run's id, null where there is none
 * @param tag the run's tag, null where there is none
 * @param measures what it took
 * @param counts what became of records and rows
 * @param report what was found, each at its place
 * @param differences what was found that has no place
 * @param previews what would change
 * @param backup the backup that was taken before, if one was
 */
record Outcome(
        Command command,
        String profile,
        String status,
        ExitCode exitCode,
        String target,
        @Nullable String run,
        @Nullable String tag,
        Verdict verdict,
        String measures,
        Table counts,
        ConstraintReport report,
        List<String> differences,
        List<Preview> previews,
        Optional<BackupFile> backup) {
    Outcome {
        differences = List.copyOf(differences);
        previews = List.copyOf(previews);
    }

    static Outcome of(Command command, MigrationResult result) {
        Summary summary = result.summary();
        return new Outcome(
                command,
                summary.profile(),
                result.status().name(),
                result.exitCode(),
                summary.target(),
                summary.run(),
                summary.tag(),
                Verdict.of(command, result),
                Verdict.measures(summary),
                command == Command.VALIDATE
                        ? CountTable.ofCheck(summary.entities())
                        : CountTable.ofRun(summary.entities()),
                summary.report(),
                result instanceof MigrationResult.Mismatched mismatched ? mismatched.differences() : List.of(),
                result instanceof MigrationResult.Rehearsed rehearsed ? rehearsed.previews() : List.of(),
                summary.backup());
    }

    /** @param findings what {@link VerificationFindings} makes of the result */
    static Outcome of(VerificationResult result, ConstraintReport findings) {
        return new Outcome(
                Command.VERIFY,
                result.profile(),
                result.status().name(),
                result.exitCode(),
                result.target(),
                result.run(),
                result.tag(),
                VerificationVerdict.of(result),
                Verdict.took(result.durationMillis(), result.databaseMillis(), result.peakMemoryBytes()),
                VerificationCounts.of(result.entities()),
                findings,
                VerificationFindings.ofProof(result),
                List.of(),
                Optional.empty());
    }
}

package dev.ferry.migration;

import dev.ferry.failure.ExitCode;
import dev.ferry.ledger.RunStatus;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Warning;
import dev.ferry.verify.DifferenceReport;
import dev.ferry.verify.Proof.Deviation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a verification came out; everything in it is measured.
 *
 * @param profile the profile's name
 * @param target the database and schema for people
 * @param status COMPLETED where all is as the source says, MISMATCHED where anything is not, REJECTED where the source itself is
 *     at fault, so that not all of it could be compared
 * @param run the run whose rows were verified, null where the ledger knows none
 * @param tag the tag that this run set, null where it set none
 * @param entities what was found, per table, in step order
 * @param report the violations of the source
 * @param warnings what its user should know of the verification
 * @param differences every difference
 * @param proofWritten where a proof was written, null where none was
 * @param proofCheck what became of a proof that was checked, null where none was
 * @param durationMillis wall time
 * @param databaseMillis the part of it that was spent waiting for the database
 * @param peakMemoryBytes the most heap that was in use at once
 */
public record VerificationResult(
        String profile,
        String target,
        RunStatus status,
        @Nullable String run,
        @Nullable String tag,
        List<VerifiedEntity> entities,
        ConstraintReport report,
        List<Warning> warnings,
        DifferenceReport differences,
        @Nullable Path proofWritten,
        @Nullable ProofCheck proofCheck,
        long durationMillis,
        long databaseMillis,
        long peakMemoryBytes)
        implements AutoCloseable {
    public VerificationResult {
        entities = List.copyOf(entities);
        warnings = List.copyOf(warnings);
    }

    /**
     * A proof that was checked.
     *
     * @param deviations what is no longer as it says; none where it still holds
     */
    public record ProofCheck(Path file, List<Deviation> deviations) {
        public ProofCheck {
            deviations = List.copyOf(deviations);
        }
    }

    /** The exit status that the command line gives it. */
    public ExitCode exitCode() {
        return switch (status) {
            case COMPLETED -> ExitCode.DONE;
            case MISMATCHED -> ExitCode.MISMATCH;
            default -> ExitCode.CONTENT;
        };
    }

    /** Where a proof was written. */
    public Optional<Path> proof() {
        return Optional.ofNullable(proofWritten);
    }

    /** What became of a proof that was checked. */
    public Optional<ProofCheck> check() {
        return Optional.ofNullable(proofCheck);
    }

    /** Deletes what its reports keep on the disk. */
    @Override
    public void close() {
        report.close();
        differences.close();
    }
}

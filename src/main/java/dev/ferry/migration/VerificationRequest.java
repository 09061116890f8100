package dev.ferry.migration;

import dev.ferry.ledger.RunId;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a verification is asked to do.
 *
 * @param options what is read and how, as for the run that is verified; what it says of writing counts for nothing
 * @param requestedRun the run whose rows are verified, null for the newest one that read this source
 * @param proofFile where a proof is written, null for nowhere
 * @param checkedFile a proof that is checked, null for none
 */
public record VerificationRequest(
        MigrationOptions options,
        @Nullable RunId requestedRun,
        @Nullable Path proofFile,
        @Nullable Path checkedFile) {
    /** Verify with these options, and neither write nor check a proof. */
    public static VerificationRequest of(MigrationOptions options) {
        return new VerificationRequest(options, null, null, null);
    }

    /** The same for the rows of one run. */
    public VerificationRequest withRun(RunId value) {
        return new VerificationRequest(options, value, proofFile, checkedFile);
    }

    /** The same, and write a proof. */
    public VerificationRequest withProof(Path value) {
        return new VerificationRequest(options, requestedRun, value, checkedFile);
    }

    /** The same, and check a proof. */
    public VerificationRequest withCheckedProof(Path value) {
        return new VerificationRequest(options, requestedRun, proofFile, value);
    }

    /** The run whose rows are verified. */
    public Optional<RunId> run() {
        return Optional.ofNullable(requestedRun);
    }

    /** Where a proof is written. */
    public Optional<Path> proof() {
        return Optional.ofNullable(proofFile);
    }

    /** A proof that is checked. */
    public Optional<Path> checkedProof() {
        return Optional.ofNullable(checkedFile);
    }
}

package dev.ferry.migration;

import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.VerificationResult.ProofCheck;
import dev.ferry.source.Sources;
import dev.ferry.verify.Proof;
import dev.ferry.verify.ProofFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The proof that a verification is to check, and the one that it is to write. */
final class ProofOutput {
    /** No proof was asked for. */
    static final Outcome NONE = new Outcome(null, null);

    private final Optional<Path> file;
    private final Optional<Path> checkedFile;
    private final Optional<Proof> checked;

    private ProofOutput(Optional<Path> file, Optional<Path> checkedFile, Optional<Proof> checked) {
        this.file = file;
        this.checkedFile = checkedFile;
        this.checked = checked;
    }

    /**
     * What became of them.
     *
     * @param written where one was written, null where none was
     * @param check what became of the one that was checked, null where none was
     */
    record Outcome(@Nullable Path written, @Nullable ProofCheck check) {
        boolean holds() {
            return check == null || check.deviations().isEmpty();
        }
    }

    /**
     * Reads the one and looks whether the other can be written, before anything is compared.
     *
     * @throws UsageException where either is not possible
     */
    static ProofOutput of(VerificationRequest request) {
        request.proof().ifPresent(file -> requireWritable(file, request.options()));
        return new ProofOutput(
                request.proof(), request.checkedProof(), request.checkedProof().map(ProofFile::read));
    }

    private static void requireWritable(Path file, MigrationOptions options) {
        if (options.database().isEmpty()
                && Sources.reads(options.source(), options.profile().sections(), file)) {
            throw new UsageException("the proof would be written over the source " + file, "give --proof another file");
        }
        Path folder = file.toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UsageException(
                    "the proof " + file + " cannot be written: its folder does not exist or is not writable",
                    "create the folder first, or name another");
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("the proof " + file + " is a folder", "name a file in it");
        }
    }

    /** Whether one is to be written. */
    boolean isWanted() {
        return file.isPresent();
    }

    /** Compares the proof that is to be checked with one that was made now. */
    Outcome check(Proof now) {
        return new Outcome(
                null,
                checked.map(proof -> new ProofCheck(checkedFile.orElseThrow(), proof.deviations(now)))
                        .orElse(null));
    }

    /** Writes the proof where all is as it should be: of anything else there is none. */
    Outcome finish(RunStatus status, Proof now) {
        ProofCheck check = check(now).check();
        if (status != RunStatus.COMPLETED || file.isEmpty()) {
            return new Outcome(null, check);
        }
        ProofFile.write(file.get(), now);
        return new Outcome(file.get(), check);
    }
}

package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunStatus;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.source.BindingException;
import dev.ferry.source.Source;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Warning;
import dev.ferry.verify.DifferenceReport;
import dev.ferry.verify.Proof;
import dev.ferry.write.HibernateModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source again, maps it again and compares every value with the database: what is missing, what is another, and what a run
 * inserted that the source does not have. Changes nothing. Used once and by one thread.
 *
 * <p>The stages up to the mapping are those of a {@link Migration}; only the target is another.
 */
public final class Verification {
    /** The rule of warnings about the verification itself. */
    static final String RULE = "verification";

    private final Database database;
    private final VerificationRequest request;
    private final MigrationListener listener;
    private final Concealment concealment;
    private final long start = System.nanoTime();

    private Verification(Database database, VerificationRequest request, MigrationListener listener) {
        this.database = database;
        this.request = request;
        this.listener = listener;
        this.concealment = new Concealment(SensitiveFields.of(request.options().profile()));
    }

    /** A verification of a database. */
    public static Verification of(Database database, VerificationRequest request, MigrationListener listener) {
        return new Verification(database, request, listener);
    }

    /**
     * Verifies.
     *
     * @return how it came out; the caller closes it
     * @throws dev.ferry.failure.FerryException where the request or the database does not allow it
     */
    public VerificationResult run() {
        PeakMemory.reset();
        ProofOutput proofs = ProofOutput.of(request);
        MigrationOptions options = request.options()
                .withMode(RunMode.VERIFY)
                .withOnConflict(OnConflict.UPDATE)
                .withOnRejected(OnRejected.WRITE_THE_REST)
                .withExistingRows(ExistingRows.STAY);
        listener.target(database.description(), options.schema());
        ConstraintReport report = new ConstraintReport();
        DifferenceReport differences = new DifferenceReport();
        try (SnapshotTarget target = open(options, differences)) {
            return compare(options, target, report, differences, proofs);
        } catch (RuntimeException | Error e) {
            report.close();
            differences.close();
            throw e;
        }
    }

    private SnapshotTarget open(MigrationOptions options, DifferenceReport differences) {
        HibernateModel model = new HibernateModel(options.profile(), options.schema());
        try {
            return SnapshotTarget.open(database, options, model, differences);
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    private VerificationResult compare(
            MigrationOptions asked,
            SnapshotTarget target,
            ConstraintReport report,
            DifferenceReport differences,
            ProofOutput proofs) {
        Passage passage = new Passage();
        try (Source source = OpenedSource.of(asked)) {
            VerifiedRuns runs = runs(target, source);
            MigrationOptions options = runs.skippedValidation() ? asked.withChecks(Checks.SKIP_VALIDATION) : asked;
            target.madeBy(runs.sameSource() ? runs.ids() : List.of());
            VerificationNotes notes = new VerificationNotes(options, source, runs, proofs);
            pass(options, source, target, report, passage);
            if (notes.looksForUnexpected()) {
                findUnexpected(target, runs, notes.wholeTables());
            }
            Proof proof = proof(options, source, runs, target);
            boolean rejected = report.violationCount() > 0 && !runs.wroteTheRest();
            RunStatus status = status(differences, rejected, proofs.check(proof));
            List<Warning> warnings = notes.warnings(report, status);
            return result(
                    status,
                    target,
                    runs.newest(),
                    passage,
                    report,
                    warnings,
                    differences,
                    proofs.finish(status, proof));
        } catch (BindingException e) {
            report.add(concealment.broken(passage.table(), e));
            return result(
                    RunStatus.REJECTED,
                    target,
                    Optional.empty(),
                    passage,
                    report,
                    List.of(),
                    differences,
                    ProofOutput.NONE);
        }
    }

    private VerifiedRuns runs(SnapshotTarget target, Source source) {
        if (!target.hasLedger()) {
            return new VerifiedRuns(List.of(), "", false);
        }
        return target.ask(() -> VerifiedRuns.choose(target.connection(), request, source.sha256()));
    }

    /** Takes every step's records through the stages, as a migration does. */
    private void pass(
            MigrationOptions options, Source source, SnapshotTarget target, ConstraintReport report, Passage passage) {
        try (Rejects rejects = Rejects.to(options);
                RunContext context = new RunContext(
                        options,
                        source,
                        new Binders(options, false),
                        target,
                        report,
                        rejects,
                        listener,
                        concealment,
                        passage)) {
            for (Step step : options.steps()) {
                if (step instanceof EntityStep<?, ?> entityStep) {
                    PasswordPass.run(context, entityStep, Optional.empty());
                }
            }
            StepRuns steps = new StepRuns(context, passage);
            target.setUp(() -> {
                options.referenceSteps().forEach(steps::fill);
                return passage.counts();
            });
            steps.fill();
            rejects.keep();
        }
    }

    /** Reference data is read even where it is not asked for, since records refer to it. */
    private boolean isAskedFor(String table) {
        return request.options().entities().isEmpty()
                || Step.tables(request.options().steps()).stream()
                        .anyMatch(chosen -> chosen.name().equals(table));
    }

    private static void findUnexpected(SnapshotTarget target, VerifiedRuns runs, List<Table<?>> tables) {
        for (Table<?> table : tables) {
            if (target.has(table)) {
                target.ask(() -> {
                    target.rows().findUnexpected(runs.ids(), table);
                    return true;
                });
            }
        }
    }

    private static Proof proof(MigrationOptions options, Source source, VerifiedRuns runs, SnapshotTarget target) {
        return new Proof(
                Version.current(),
                options.profile().name(),
                options.profile().version(),
                options.schema(),
                runs.newest().map(run -> run.id().toString()).orElse(null),
                runs.newest().flatMap(Run::tag).orElse(null),
                source.name(),
                source.sha256(),
                VerificationNotes.shape(options),
                Step.tables(options.steps()).stream()
                        .map(table -> target.rows().proved(table))
                        .toList());
    }

    private static RunStatus status(DifferenceReport differences, boolean rejected, ProofOutput.Outcome checked) {
        if (differences.count() > 0 || !checked.holds()) {
            return RunStatus.MISMATCHED;
        }
        return rejected ? RunStatus.REJECTED : RunStatus.COMPLETED;
    }

    private VerificationResult result(
            RunStatus status,
            SnapshotTarget target,
            Optional<Run> run,
            Passage passage,
            ConstraintReport report,
            List<Warning> warnings,
            DifferenceReport differences,
            ProofOutput.Outcome proof) {
        @Nullable Run verified = run.orElse(null);
        return new VerificationResult(
                request.options().profile().name(),
                target.description(),
                status,
                verified == null ? null : verified.id().toString(),
                verified == null ? null : verified.tag().orElse(null),
                passage.counts().stream()
                        .filter(count -> isAskedFor(count.entity()))
                        .map(target.rows()::entity)
                        .toList(),
                report,
                warnings,
                differences,
                proof.written(),
                proof.check(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                target.databaseMillis(),
                PeakMemory.bytes());
    }
}

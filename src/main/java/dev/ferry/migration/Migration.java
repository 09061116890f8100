package dev.ferry.migration;

import dev.ferry.backup.BackupFile;
import dev.ferry.database.Database;
import dev.ferry.failure.FerryException;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.LostRowsException;
import dev.ferry.ledger.RunStatus;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Step;
import dev.ferry.source.BindingException;
import dev.ferry.source.Position;
import dev.ferry.source.Source;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Warning;
import dev.ferry.write.HibernateModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A run: source → bind → validate → map → write → verify → report, in one transaction; or, where batches are committed one by
 * one, first everything without writing and then everything with it.
 *
 * <p>Start reading here, at {@link #run()}; {@link EntityStepRun} takes a batch through the stages of one step. A run is used once
 * and by one thread.
 */
public final class Migration {
    private final MigrationOptions options;
    private final @Nullable Database database;
    private final MigrationListener listener;
    private final Concealment concealment;
    private final long start = System.nanoTime();
    private final Binders binders;
    private Optional<BackupFile> backup = Optional.empty();

    private Migration(MigrationOptions options, @Nullable Database database, MigrationListener listener) {
        this.options = options;
        this.database = database;
        this.listener = listener;
        this.concealment = new Concealment(SensitiveFields.of(options.profile()));
        this.binders = new Binders(options, database != null && options.commitsBatches());
    }

    /** A run into a database, or against it. */
    public static Migration into(Database database, MigrationOptions options, MigrationListener listener) {
        if (options.mode() == RunMode.VERIFY) {
            throw new IllegalArgumentException("a verification is no run: see Verification");
        }
        return new Migration(options, database, listener);
    }

    /** A run that needs no database: {@link RunMode#VALIDATE} or {@link RunMode#REHEARSE_OFFLINE}. */
    public static Migration offline(MigrationOptions options, MigrationListener listener) {
        if (options.mode().needsDatabase()) {
            throw new IllegalArgumentException(options.mode() + " needs a database");
        }
        return new Migration(options, null, listener);
    }

    /**
     * Runs.
     *
     * @return how it ended; the caller closes its report
     * @throws FerryException where the request, the database or its state does not allow a run; nothing was written then
     */
    public MigrationResult run() {
        PeakMemory.reset();
        OpenedSource.requireThere(options);
        // Opened first: what it reads takes its time, in which a source of one file is looked through.
        try (HibernateModel model = new HibernateModel(options.profile(), options.schema());
                Source source = OpenedSource.of(options)) {
            if (database != null && options.commitsBatches()) {
                try (Rejects rejects = Rejects.to(options);
                        BatchTargets targets = BatchTargets.open(database, options, model, listener)) {
                    return runInBatches(source, targets, rejects);
                }
            }
            try (Rejects rejects = Rejects.to(options);
                    Credentials credentials = Credentials.of(options);
                    Target target = target(model)) {
                MigrationResult result = run(options, source, target, credentials, rejects, Rejected.KEPT);
                if (result instanceof MigrationResult.Completed) {
                    // What is wrong from here on takes nothing back.
                    credentials.publish();
                }
                return result;
            }
        } catch (BindingException e) {
            // A file whose sections cannot be told apart: no stage has begun.
            ConstraintReport report = new ConstraintReport();
            report.add(concealment.broken("", e));
            return new MigrationResult.Rejected(new Summary(
                    options.profile().name(), "", null, null, List.of(), report, millis(), 0, PeakMemory.bytes()));
        }
    }

    /** Checks everything before anything is written, and then writes. */
    private MigrationResult runInBatches(Source source, BatchTargets targets, Rejects ofChecks) {
        if (!targets.areChecked()) {
            MigrationOptions checks = options.withMode(RunMode.VALIDATE_DATABASE);
            try (Credentials none = Credentials.of(checks);
                    Target target = targets.checking()) {
                MigrationResult checked = run(checks, source, target, none, ofChecks, Rejected.KEPT_IF_LAST);
                if (!(checked instanceof MigrationResult.Completed)) {
                    return checked;
                }
                // The run itself tells all of it again.
                checked.summary().report().close();
            }
        }
        try (Rejects rejects = Rejects.to(options);
                Credentials none = Credentials.of(options);
                Target target = targets.writing()) {
            return run(options, source, target, none, rejects, Rejected.KEPT);
        }
    }

    /** What becomes of the file of rejected records. */
    private enum Rejected {
        KEPT,
        /** Kept where the run ends here. */
        KEPT_IF_LAST
    }

    private MigrationResult run(
            MigrationOptions asked,
            Source source,
            Target target,
            Credentials credentials,
            Rejects rejects,
            Rejected rejected) {
        ConstraintReport report = new ConstraintReport();
        Passage passage = new Passage();
        try {
            pass(asked, passage, source, target, report, rejects, credentials);
            if (rejected == Rejected.KEPT || endsEarly(passage, report)) {
                // Before the commit: once that is done, a full disk must not turn success into failure.
                rejects.keep();
            }
            return conclude(asked, passage, source, target, report, credentials);
        } catch (RuntimeException | Error e) {
            report.close();
            throw target.fail(passage.countsWithoutRows(), e);
        }
    }

    private Target target(HibernateModel model) {
        return database == null || !options.mode().needsDatabase()
                ? new OfflineTarget(model)
                : DatabaseTarget.open(database, options, model, listener);
    }

    /** Takes every step's records through the stages. */
    private void pass(
            MigrationOptions asked,
            Passage passage,
            Source source,
            Target target,
            ConstraintReport report,
            Rejects rejects,
            Credentials credentials) {
        if (asked.checks() == Checks.SKIP_VALIDATION) {
            report.warn(
                    warning("skip-validation", "constraints were not checked and the load was not verified, as asked"));
        }
        try (RunContext context = new RunContext(
                asked, source, binders, target, report, rejects, listening(asked), concealment, passage)) {
            for (Step step : options.steps()) {
                if (step instanceof EntityStep<?, ?> entityStep) {
                    PasswordPass.run(context, entityStep, credentials.file());
                }
            }
            backup = AutomaticBackup.before(asked, database, target, listener);
            target.begin(source::sha256);
            StepRuns steps = new StepRuns(context, passage);
            steps.setUp();
            if (options.existingRows() == ExistingRows.TRUNCATED) {
                steps.truncate();
            }
            steps.fill();
            if (!stopsAt(report)) {
                passage.differences.addAll(verify(target, passage));
            }
        } catch (BindingException e) {
            passage.broken = true;
            report.add(concealment.broken(passage.table(), e));
        } catch (TooManyErrors e) {
            passage.stopped = true;
            report.warn(warning("max-errors", e.getMessage()));
        } catch (LostRowsException e) {
            passage.differences.add(e.getMessage());
        }
        source.notices().forEach(notice -> report.warn(warning("source", notice)));
    }

    /** Tells the listener of a check before the run by the name of what it does. */
    private MigrationListener listening(MigrationOptions asked) {
        if (asked.mode() == options.mode()) {
            return listener;
        }
        return new MigrationListener() {
            @Override
            public void progress(Progress now) {
                listener.progress(new Progress(
                        "checking " + now.entity(), now.records(), now.written(), now.position(), now.size()));
            }
        };
    }

    private List<String> verify(Target target, Passage passage) {
        return options.checks() == Checks.ALL ? target.verify(passage.counts()) : List.of();
    }

    /** Whether what was found leaves nothing to commit. */
    private boolean stopsAt(ConstraintReport report) {
        return options.onRejected() == OnRejected.WRITE_NOTHING && report.violationCount() > 0;
    }

    /** Whether what was found ends the run before anything of it is kept. */
    private boolean endsEarly(Passage passage, ConstraintReport report) {
        return passage.broken || passage.stopped || stopsAt(report);
    }

    private MigrationResult conclude(
            MigrationOptions asked,
            Passage passage,
            Source source,
            Target target,
            ConstraintReport report,
            Credentials credentials) {
        if (endsEarly(passage, report)) {
            List<EntityCount> counts = passage.countsWithoutRows();
            target.rollback(
                    RunStatus.REJECTED,
                    counts,
                    report.violationCount() + (report.violationCount() == 1 ? " violation" : " violations"));
            return new MigrationResult.Rejected(summary(counts, target, report, Optional.empty()));
        }
        if (!passage.differences.isEmpty()) {
            List<EntityCount> counts = passage.countsWithoutRows();
            target.rollback(RunStatus.MISMATCHED, counts, String.join("; ", passage.differences));
            return new MigrationResult.Mismatched(
                    summary(counts, target, report, Optional.empty()), passage.differences);
        }
        List<EntityCount> counts = passage.counts();
        return switch (asked.mode()) {
            case MIGRATE, SETUP -> {
                if (!options.commitsBatches()) {
                    listener.committing(completed(counts, target, report));
                }
                credentials.around(() -> target.commit(counts, source.sha256()), listener);
                yield completed(counts, target, report);
            }
            case REHEARSE, REHEARSE_SETUP, REHEARSE_OFFLINE -> {
                target.rollback(RunStatus.REHEARSED, counts, "");
                yield new MigrationResult.Rehearsed(
                        summary(counts, target, report, Optional.empty()), passage.previews());
            }
            case VALIDATE, VALIDATE_DATABASE, VERIFY -> {
                List<EntityCount> checked = passage.countsWithoutRows();
                target.rollback(RunStatus.REHEARSED, checked, "");
                yield new MigrationResult.Completed(summary(checked, target, report, Optional.empty()));
            }
        };
    }

    private MigrationResult completed(List<EntityCount> counts, Target target, ConstraintReport report) {
        return new MigrationResult.Completed(summary(counts, target, report, target.tag()));
    }

    private Summary summary(List<EntityCount> counts, Target target, ConstraintReport report, Optional<String> tag) {
        return new Summary(
                options.profile().name(),
                target.description(),
                target.run().map(Object::toString).orElse(null),
                tag.orElse(null),
                counts,
                report,
                millis(),
                target.databaseMillis(),
                PeakMemory.bytes(),
                backup);
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private Warning warning(String rule, String message) {
        return new Warning(new Position(options.source(), "", 0, 1, 1, ""), "", "", rule, message, 1);
    }
}

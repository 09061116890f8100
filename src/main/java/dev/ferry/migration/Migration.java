package dev.ferry.migration;

import dev.ferry.backup.BackupFile;
import dev.ferry.database.Database;
import dev.ferry.failure.FerryException;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.LostRowsException;
import dev.ferry.ledger.RunStatus;
import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.DefaultStep;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.source.BindingException;
import dev.ferry.source.Position;
import dev.ferry.source.Source;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Warning;
import dev.ferry.write.HibernateModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A run: source → bind → validate → map → write → verify → report, in one transaction.
 *
 * <p>Start reading here, at {@link #run()}; {@link StepRun} takes a batch through the stages of one step. A run is used once
 * and by one thread.
 */
public final class Migration {
    private final MigrationOptions options;
    private final @Nullable Database database;
    private final MigrationListener listener;
    private final Concealment concealment;
    private Optional<BackupFile> backup = Optional.empty();

    private Migration(MigrationOptions options, @Nullable Database database, MigrationListener listener) {
        this.options = options;
        this.database = database;
        this.listener = listener;
        this.concealment = new Concealment(SensitiveFields.of(options.profile()));
    }

    /** A run into a database, or against it. */
    public static Migration into(Database database, MigrationOptions options, MigrationListener listener) {
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
        long start = System.nanoTime();
        PeakMemory.reset();
        ConstraintReport report = new ConstraintReport();
        try (Source source = OpenedSource.of(options);
                Rejects rejects = Rejects.to(options);
                Credentials credentials = Credentials.of(options);
                Target target = target()) {
            Passage passage = new Passage();
            MigrationResult result;
            try {
                pass(passage, source, target, report, rejects, credentials);
                // Before the commit: once that is done, a full disk must not turn success into failure.
                rejects.keep();
                result = conclude(passage, source, target, report, start, credentials);
            } catch (RuntimeException | Error e) {
                fail(target, passage, e);
                throw e;
            }
            if (result instanceof MigrationResult.Completed) {
                // What is wrong from here on takes nothing back.
                credentials.publish();
            }
            return result;
        } catch (BindingException e) {
            // A file whose sections cannot be told apart: no stage has begun.
            report.add(concealment.broken("", e));
            return new MigrationResult.Rejected(new Summary(
                    options.profile().name(),
                    "",
                    null,
                    null,
                    List.of(),
                    report,
                    millisSince(start),
                    0,
                    PeakMemory.bytes()));
        } catch (RuntimeException | Error e) {
            report.close();
            throw e;
        }
    }

    private Target target() {
        HibernateModel model = new HibernateModel(options.profile(), options.schema());
        if (database == null || !options.mode().needsDatabase()) {
            return new OfflineTarget(model);
        }
        try {
            return DatabaseTarget.open(database, options, model, listener);
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    /** Takes every step's records through the stages. */
    private void pass(
            Passage passage,
            Source source,
            Target target,
            ConstraintReport report,
            Rejects rejects,
            Credentials credentials) {
        if (options.checks() == Checks.SKIP_VALIDATION) {
            report.warn(
                    warning("skip-validation", "constraints were not checked and the load was not verified, as asked"));
        }
        try (RunContext context = new RunContext(options, source, target, report, rejects, listener, concealment)) {
            for (Step step : options.steps()) {
                if (step instanceof EntityStep<?, ?> entityStep) {
                    PasswordPass.run(context, entityStep, credentials.file());
                }
            }
            backup = AutomaticBackup.before(options, database, target, listener);
            target.begin();
            setUp(context, target);
            if (options.existingRows() == ExistingRows.TRUNCATED) {
                truncate(target, passage);
            }
            fillAll(context, passage);
            if (!stopsAt(report)) {
                passage.differences.addAll(verify(target, passage));
            }
        } catch (BindingException e) {
            passage.broken = true;
            report.add(concealment.broken(passage.table(), e));
        } catch (LostRowsException e) {
            passage.differences.add(e.getMessage());
        }
        source.notices().forEach(notice -> report.warn(warning("source", notice)));
    }

    private void fillAll(RunContext context, Passage passage) {
        List<Step> chosen = options.steps();
        OtherParts others = new OtherParts(context);
        for (Step step : options.profile().steps()) {
            if (chosen.contains(step)) {
                fill(context, passage, step);
            } else {
                others.read(step);
            }
        }
    }

    /** Writes what is missing of the profile's reference data; a rollback of this run leaves it. */
    private void setUp(RunContext context, Target target) {
        if (!options.mode().isSetup() && !options.referenceSteps().isEmpty()) {
            Passage passage = new Passage();
            target.setUp(() -> {
                        options.referenceSteps().forEach(step -> fill(context, passage, step));
                        return passage.counts();
                    })
                    .ifPresent(run -> listener.setUp(run, passage.counts()));
        }
    }

    /** Empties the tables, those first that refer to others. */
    private void truncate(Target target, Passage passage) {
        List<Table<?>> tables = new ArrayList<>(Step.tables(options.steps()));
        Collections.reverse(tables);
        List<Long> rows = target.clear(tables);
        options.steps().forEach(passage::begin);
        for (int i = 0; i < rows.size(); i++) {
            passage.deleted(tables.get(i), rows.get(i));
        }
    }

    private static void fill(RunContext context, Passage passage, Step step) {
        Tally tally = passage.begin(step);
        PreviewNotes notes = passage.notes(step);
        // Each kind of step has its own way through the stages.
        if (step instanceof EntityStep<?, ?> entityStep) {
            fill(context, entityStep, tally, notes);
        } else if (step instanceof AggregateStep<?> aggregateStep) {
            new AggregateRun<>(context, aggregateStep, tally, notes).run();
        } else if (step instanceof ReferenceStep<?> referenceStep) {
            new ReferenceRun<>(context, referenceStep, tally).run();
        } else if (step instanceof DefaultStep<?> defaultStep) {
            new DefaultRun<>(context, defaultStep, tally, notes).run();
        }
    }

    private static <D extends Record, E> void fill(
            RunContext context, EntityStep<D, E> step, Tally tally, PreviewNotes notes) {
        new EntityStepRun<>(context, step, step.reading(), tally, notes).run();
    }

    private static void fail(Target target, Passage passage, Throwable cause) {
        target.rollback(RunStatus.FAILED, passage.countsWithoutRows(), String.valueOf(cause.getMessage()));
    }

    private List<String> verify(Target target, Passage passage) {
        return options.checks() == Checks.ALL ? target.verify(passage.counts()) : List.of();
    }

    /** Whether what was found leaves nothing to commit. */
    private boolean stopsAt(ConstraintReport report) {
        return options.onRejected() == OnRejected.WRITE_NOTHING && report.violationCount() > 0;
    }

    private MigrationResult conclude(
            Passage passage,
            Source source,
            Target target,
            ConstraintReport report,
            long start,
            Credentials credentials) {
        if (passage.broken || stopsAt(report)) {
            List<EntityCount> counts = passage.countsWithoutRows();
            target.rollback(
                    RunStatus.REJECTED,
                    counts,
                    report.violationCount() + (report.violationCount() == 1 ? " violation" : " violations"));
            return new MigrationResult.Rejected(summary(counts, target, report, start, Optional.empty()));
        }
        if (!passage.differences.isEmpty()) {
            List<EntityCount> counts = passage.countsWithoutRows();
            target.rollback(RunStatus.MISMATCHED, counts, String.join("; ", passage.differences));
            return new MigrationResult.Mismatched(
                    summary(counts, target, report, start, Optional.empty()), passage.differences);
        }
        List<EntityCount> counts = passage.counts();
        return switch (options.mode()) {
            case MIGRATE, SETUP -> {
                credentials.around(() -> target.commit(counts, source.sha256()), listener);
                yield new MigrationResult.Completed(summary(counts, target, report, start, target.tag()));
            }
            case REHEARSE, REHEARSE_SETUP, REHEARSE_OFFLINE -> {
                target.rollback(RunStatus.REHEARSED, counts, "");
                yield new MigrationResult.Rehearsed(
                        summary(counts, target, report, start, Optional.empty()), passage.previews());
            }
            case VALIDATE, VALIDATE_DATABASE -> {
                List<EntityCount> checked = passage.countsWithoutRows();
                target.rollback(RunStatus.REHEARSED, checked, "");
                yield new MigrationResult.Completed(summary(checked, target, report, start, Optional.empty()));
            }
        };
    }

    private Summary summary(
            List<EntityCount> counts, Target target, ConstraintReport report, long start, Optional<String> tag) {
        return new Summary(
                options.profile().name(),
                target.description(),
                target.run().map(Object::toString).orElse(null),
                tag.orElse(null),
                counts,
                report,
                millisSince(start),
                target.databaseMillis(),
                PeakMemory.bytes(),
                backup);
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private Warning warning(String rule, String message) {
        return new Warning(new Position(options.source(), "", 0, 1, 1, ""), "", "", rule, message, 1);
    }
}

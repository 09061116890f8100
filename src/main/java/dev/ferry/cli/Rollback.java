package dev.ferry.cli;

import dev.ferry.cli.setting.BackupSettings;
import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Level;
import dev.ferry.cli.setting.RollbackSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackRequest;
import dev.ferry.migration.RollbackResult;
import dev.ferry.profile.Profile;
import dev.ferry.report.Notification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code rollback}: takes runs back, after showing which and asking. */
final class Rollback implements Command {
    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public String summary() {
        return "Takes back the newest run, or everything back to a run or a tag; shows its plan and asks first.";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("rollback -p courses", "take back the newest run"),
                new Example("rollback -p courses --tag before-import --yes", "back to the state before that run"),
                new Example("rollback -p courses --run 20261121T023154Z-7f3a --dry-run", "only show the plan"),
                new Example(
                        "rollback --backup backups/courses-20261121T023154Z-7f3a.ferry.zip",
                        "make the tables what they are in a backup"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Optional<Path> backup = invocation.settings().value(BackupSettings.ROLLBACK_BACKUP);
        if (backup.isPresent()) {
            requireAlone(invocation.settings());
            return Restore.run(name(), invocation, backup.get());
        }
        Profile profile = invocation.profile();
        Settings settings = invocation.settingsFor(profile);
        RollbackRequest request = new RollbackRequest(
                profile, settings.get(Catalog.SCHEMA), goal(settings), settings.get(RollbackSettings.ON_DRIFT));
        try (WatchedDatabase database = Target.open(invocation)) {
            invocation.notice().begin(database.description() + ", schema " + request.schema());
            RollbackPlan plan = invocation.stages().plan(database, request);
            if (plan.isEmpty() || settings.on(Catalog.DRY_RUN)) {
                invocation.notice().ended(Notification.ofPlan(plan));
                invocation.renderer().plan(plan);
                return ExitCode.DONE;
            }
            invocation.messages().line("Target: " + plan.target() + ", schema " + request.schema());
            new Confirmation(invocation)
                    .require(text -> text.plan(plan), "a rollback", "Take this back?", "nothing was taken back");
            try {
                RollbackResult result = invocation.stages().rollback(database, request);
                invocation.notice().ended(Notification.ofRollback(result));
                invocation.renderer().rollback(result);
            } catch (RuntimeException e) {
                throw invocation.cancellation().isRequested()
                        ? new Aftermath(invocation.stages(), database.unwatched(), profile, request.schema())
                                .ofRollback(newest(plan))
                        : e;
            }
        }
        return ExitCode.DONE;
    }

    /** What the other options say is about runs. */
    private static void requireAlone(Settings settings) {
        boolean onDrift = settings.find(RollbackSettings.ON_DRIFT)
                .filter(value -> value.entry().level() == Level.COMMAND_LINE)
                .isPresent();
        if (onDrift
                || settings.value(RollbackSettings.ROLLBACK_TAG).isPresent()
                || settings.value(RollbackSettings.RUN).isPresent()) {
            throw new UsageException(
                    "--backup says what the tables become, and --tag, --run and --on-drift which runs are taken back",
                    "Keep one of them.");
        }
    }

    private static RollbackGoal goal(Settings settings) {
        Optional<String> tag = settings.value(RollbackSettings.ROLLBACK_TAG);
        Optional<RunId> run = settings.value(RollbackSettings.RUN);
        if (tag.isPresent() && run.isPresent()) {
            throw new UsageException("--tag and --run contradict each other", "Keep one of them.");
        }
        return tag.<RollbackGoal>map(RollbackGoal.ToTag::new)
                .or(() -> run.map(RollbackGoal.BeforeRun::new))
                .orElseGet(RollbackGoal.NewestRun::new);
    }

    private static Optional<RunId> newest(RollbackPlan plan) {
        List<Run> runs = plan.runs();
        return runs.stream().map(Run::id).findFirst();
    }
}

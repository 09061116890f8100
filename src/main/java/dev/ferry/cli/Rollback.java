package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.RollbackSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackRequest;
import dev.ferry.migration.RollbackResult;
import dev.ferry.profile.Profile;
import dev.ferry.report.Notification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
                new Example("rollback -p courses --run 20261121T023154Z-7f3a --dry-run", "only show the plan"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
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
            if (!settings.on(RollbackSettings.YES)) {
                confirm(invocation, plan);
            }
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

    private static void confirm(Invocation invocation, RollbackPlan plan) throws IOException {
        StringBuilder text = new StringBuilder();
        Style style =
                Invocation.style(invocation.settings().get(Catalog.COLOR), Terminal.Stream.ERR, invocation.session());
        invocation.stages().text(text, style).plan(plan);
        invocation.messages().line(text.toString().stripTrailing());
        if (!invocation.session().terminal().canAsk()) {
            throw new RefusalException(
                    "a rollback is not done without a yes, and there is no terminal to ask at", "Add --yes.");
        }
        invocation.messages().question("Take this back? [y/N] ");
        if (!invocation.cancellation().idle(() -> saidYes(invocation))) {
            throw new RefusalException("not confirmed; nothing was taken back", null);
        }
    }

    private static boolean saidYes(Invocation invocation) {
        try {
            String answer = new BufferedReader(
                            new InputStreamReader(invocation.session().in(), StandardCharsets.UTF_8))
                    .readLine();
            return answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<RunId> newest(RollbackPlan plan) {
        List<Run> runs = plan.runs();
        return runs.stream().map(Run::id).findFirst();
    }
}

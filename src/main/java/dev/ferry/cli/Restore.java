package dev.ferry.cli;

import dev.ferry.backup.Archive;
import dev.ferry.cli.setting.Catalog;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.RestorePlan;
import dev.ferry.migration.RestoreRequest;
import dev.ferry.profile.Profile;
import dev.ferry.source.Excerpt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code restore}: makes the tables what they are in a backup, after showing what that means and asking. */
final class Restore implements Command {
    private static final String NAME = "restore";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Makes tables what they are in a backup, in the schema that it is from; shows its plan and asks first.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.of("FILE");
    }

    @Override
    public List<Example> examples() {
        String file = "backups/courses-20261121T023154Z-7f3a.ferry.zip";
        return List.of(
                new Example("restore " + file, "back to where it came from"),
                new Example("restore " + file + " --dry-run", "check the file, and only show the plan"),
                new Example("restore " + file + " --schema copy --yes", "into another schema, without asking"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        String file = invocation
                .argument()
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> new UsageException("which backup? Give its FILE", "See 'ferry backup --list'."));
        return run(NAME, invocation, Path.of(file));
    }

    /** Restores a file for a command. */
    static ExitCode run(String command, Invocation invocation, Path file) throws IOException {
        try (Archive archive = Archive.open(SourceChoice.meantFromHere(invocation, file))) {
            RestoreRequest request = request(invocation, archive);
            try (WatchedDatabase database = Target.open(invocation)) {
                RestorePlan plan = invocation.stages().plan(database, request);
                if (invocation.settings().on(Catalog.DRY_RUN)) {
                    invocation.renderer().plan(command, plan);
                    return ExitCode.DONE;
                }
                invocation.messages().line("Target: " + plan.target() + ", schema " + plan.schema());
                new Confirmation(invocation)
                        .require(
                                text -> text.plan(command, plan),
                                "a restore",
                                "Replace these rows?",
                                "nothing was restored");
                restore(command, invocation, database, request);
            }
        }
        return ExitCode.DONE;
    }

    private static void restore(String command, Invocation invocation, WatchedDatabase database, RestoreRequest request)
            throws IOException {
        Progress progress = Progress.of(invocation);
        try {
            var result = invocation.stages().restore(database, request, progress);
            invocation.messages().erase();
            invocation.renderer().restored(command, result);
        } catch (RuntimeException e) {
            invocation.failure().during(progress.run());
            throw invocation.cancellation().isRequested()
                    ? new Aftermath(invocation.stages(), database.unwatched(), request.profile(), request.schema())
                            .ofRun(progress.run())
                    : e;
        }
    }

    /** The profile and the schema are the backup's own where the user does not say. */
    private static RestoreRequest request(Invocation invocation, Archive archive) {
        String saved = archive.manifest().profile();
        Profile profile = invocation
                .findProfile()
                .or(() -> invocation.profiles().stream()
                        .filter(known -> known.name().equals(saved))
                        .findFirst())
                .orElseThrow(() -> new UsageException(
                        "the backup is of profile '" + Excerpt.of(saved) + "', which is not installed",
                        "See 'ferry profiles'."));
        RestoreRequest back = RestoreRequest.of(profile, archive);
        return invocation
                .settings()
                .value(Catalog.SCHEMA)
                .map(schema -> new RestoreRequest(profile, archive, schema))
                .orElse(back);
    }
}

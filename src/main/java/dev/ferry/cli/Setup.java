package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.ExitCode;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.RunMode;
import dev.ferry.profile.Profile;
import java.io.IOException;
import java.util.List;

/** {@code setup}: a profile's reference data, there or away. */
final class Setup implements Command {
    static final String NAME = "setup";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Writes what is missing of a profile's reference data, as migrate does itself, or takes it away again.";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("setup -p school", "write what is missing of the reference data"),
                new Example(
                        "setup -p school --clean --dry-run", "show what would be taken away, and what holds the rest"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Profile profile = invocation.profile();
        Settings settings = invocation.settingsFor(profile);
        if (settings.on(Catalog.CLEAN)) {
            return clean(invocation, profile, settings);
        }
        MigrationOptions options = dev.ferry.migration.Setup.of(profile).withSchema(settings.get(Catalog.SCHEMA));
        return new Run(NAME, invocation)
                .execute(settings.on(Catalog.DRY_RUN) ? options.withMode(RunMode.REHEARSE_SETUP) : options);
    }

    private static ExitCode clean(Invocation invocation, Profile profile, Settings settings) throws IOException {
        String schema = settings.get(Catalog.SCHEMA);
        try (WatchedDatabase database = Target.open(invocation)) {
            if (settings.on(Catalog.DRY_RUN)) {
                invocation.renderer().plannedCleaning(invocation.stages().rehearseCleaning(database, profile, schema));
            } else {
                invocation.messages().line("Target: " + database.description() + ", schema " + schema);
                invocation.renderer().cleaning(invocation.stages().clean(database, profile, schema));
            }
        }
        return ExitCode.DONE;
    }
}

package dev.ferry.cli;

import dev.ferry.cli.setting.AnalyzeSettings;
import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.LimitSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.database.Database;
import dev.ferry.failure.ExitCode;
import dev.ferry.migration.Analysis;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code analyze}: what the source has and the target, side by side. */
final class Analyze implements Command {
    @Override
    public String name() {
        return AnalyzeSettings.COMMAND;
    }

    @Override
    public String summary() {
        return "Shows what a source has and a target, side by side, and proposes names; writes nothing.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.of("SOURCE");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example(
                        "analyze -p school postgresql://reader@v1.example.org/v1",
                        "columns with what each is read as, and proposals for those with other names"),
                new Example(
                        "analyze -p school v1.json --compare-counts --report analysis.html",
                        "also how many records there are and rows, as a page"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Profile profile = invocation.profile();
        Settings settings = invocation.settingsFor(profile);
        List<Path> reports =
                settings.all(Catalog.REPORT).stream().map(invocation::path).toList();
        reports.forEach(invocation.stages()::checkAnalysis);
        Outputs.requireDistinct(reports);
        Optional<SourceChoice> source = SourceChoice.of(invocation, settings, invocation.argument());
        if (source.isEmpty()) {
            try (Samples samples = Samples.of(profile)) {
                return show(invocation, options(profile, samples.folder().toString(), settings), reports);
            }
        }
        if (source.get() instanceof SourceChoice.DatabaseAt database) {
            try (WatchedDatabase opened = database.open(invocation)) {
                MigrationOptions options = options(profile, opened.description(), settings)
                        .withSourceDatabase(opened, new ConfiguredNames(profile).of(settings.sourceNames()));
                return show(invocation, options, reports);
            }
        }
        return show(invocation, options(profile, ((SourceChoice.Files) source.get()).location(), settings), reports);
    }

    private static ExitCode show(Invocation invocation, MigrationOptions options, List<Path> reports)
            throws IOException {
        Run.requireNotSource(options, reports);
        Analysis.Depth depth = invocation.settings().on(AnalyzeSettings.COMPARE_COUNTS)
                ? Analysis.Depth.RECORDS
                : Analysis.Depth.SCHEMAS;
        Analysis analysis;
        if (targetIsThere(invocation)) {
            try (Database target = Target.open(invocation)) {
                analysis = invocation.stages().analyze(options, Optional.of(target), depth);
            }
        } else {
            analysis = invocation.stages().analyze(options, Optional.empty(), depth);
        }
        invocation.renderer().analysis(analysis);
        invocation.output().flush();
        reports.forEach(file -> invocation.stages().writeAnalysis(file, analysis, invocation.redactor()));
        return ExitCode.DONE;
    }

    /** An embedded database that nobody has used yet is not made only to say that it is empty. */
    private static boolean targetIsThere(Invocation invocation) {
        Settings settings = invocation.settings();
        return !Target.isEmbedded(settings)
                || (!settings.on(Catalog.NO_EMBEDDED)
                        && Files.isDirectory(Target.home(invocation).resolve("postgres")));
    }

    private static MigrationOptions options(Profile profile, String source, Settings settings) {
        return MigrationOptions.of(profile, source)
                .withSchema(settings.get(Catalog.SCHEMA))
                .withSourceZone(settings.get(Catalog.SOURCE_ZONE))
                .withLimits(LimitSettings.limits(settings));
    }
}

package dev.ferry.cli;

import dev.ferry.cli.setting.ConvertSettings;
import dev.ferry.cli.setting.LimitSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.convert.Conversion;
import dev.ferry.convert.FileFormat;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code convert}: any source to files, without a database. */
final class Convert implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(Convert.class);

    @Override
    public String name() {
        return "convert";
    }

    @Override
    public String summary() {
        return "Writes a source as a folder of JSON, CSV or JSON Lines files, without a database.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.of("SOURCE");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example(
                        "convert -p classroom mockData.ts --output classroom/", "a module as JSON, a file a section"),
                new Example("convert -p courses data/ --output csv/ --format csv", "as tables for a spreadsheet"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Profile profile = invocation.profile();
        Settings settings = invocation.settingsFor(profile);
        SourceChoice choice = SourceChoice.of(invocation, settings, invocation.argument())
                .orElseThrow(
                        () -> new UsageException("which source?", "Give a SOURCE: a file, a folder or a database."));
        Path folder = SourceChoice.meantFromHere(
                invocation,
                settings.value(ConvertSettings.OUTPUT)
                        .orElseThrow(() -> new UsageException("where to?", "Give --output a folder.")));
        if (choice instanceof SourceChoice.DatabaseAt database) {
            try (WatchedDatabase opened = database.open(invocation)) {
                MigrationOptions options = MigrationOptions.of(profile, opened.description())
                        .withSourceDatabase(opened, new ConfiguredNames(profile).of(settings.sourceNames()));
                return convert(invocation, options.withLimits(LimitSettings.limits(settings)), folder);
            }
        }
        MigrationOptions options = MigrationOptions.of(profile, ((SourceChoice.Files) choice).location());
        return convert(invocation, options.withLimits(LimitSettings.limits(settings)), folder);
    }

    private static ExitCode convert(Invocation invocation, MigrationOptions options, Path folder) throws IOException {
        FileFormat format = invocation.settings().get(ConvertSettings.FORMAT);
        Conversion conversion = invocation.stages().convert(options, format, folder);
        conversion.notices().forEach(invocation.messages()::warning);
        conversion.files().forEach(file -> LOG.info("wrote {}: {} records", file.file(), file.records()));
        invocation.renderer().conversion(conversion);
        return ExitCode.DONE;
    }
}

package dev.ferry.cli;

import dev.ferry.cli.setting.ConvertSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.convert.Conversion;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
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
        SourceSetting source = new SourceSetting(invocation, settings);
        String location = source.location()
                .orElseThrow(() -> new UsageException("which source?", "Give a SOURCE: a file or folder."));
        Path folder = settings.value(ConvertSettings.OUTPUT)
                .orElseThrow(() -> new UsageException("where to?", "Give --output a folder."));
        Conversion conversion = invocation
                .stages()
                .convert(
                        profile,
                        location,
                        source.limits(),
                        settings.get(ConvertSettings.FORMAT),
                        source.meantFromHere(folder));
        conversion.notices().forEach(invocation.messages()::warning);
        conversion.files().forEach(file -> LOG.info("wrote {}: {} records", file.file(), file.records()));
        invocation.renderer().conversion(conversion);
        return ExitCode.DONE;
    }
}

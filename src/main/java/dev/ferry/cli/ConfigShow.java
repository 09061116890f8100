package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Entry;
import dev.ferry.cli.setting.Setting;
import dev.ferry.cli.setting.Settings;
import dev.ferry.cli.setting.Value;
import dev.ferry.failure.ExitCode;
import dev.ferry.redaction.Redactor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code config show}: what every setting is, without secrets. */
final class ConfigShow implements Command {
    @Override
    public String name() {
        return "config show";
    }

    @Override
    public String summary() {
        return "Shows every setting as a command would find it here, without secrets.";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("config show --origin", "values, and where each comes from"),
                new Example("config show -p courses --json", "with the defaults of a profile, for scripts"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Settings settings =
                invocation.findProfile().map(invocation::settingsFor).orElseGet(invocation::settings);
        List<ShownSetting> shown = Stream.concat(
                        Catalog.ALL.stream()
                                .filter(setting -> !setting.is(Setting.Trait.FLAG_ONLY))
                                .map(setting -> show(setting, settings, invocation.redactor())),
                        settings.sourceNames().stream().map(entry -> show(entry, settings, invocation.redactor())))
                .toList();
        invocation.renderer().settings(shown);
        return ExitCode.DONE;
    }

    private static ShownSetting show(Entry entry, Settings settings, Redactor redactor) {
        return new ShownSetting(
                entry.key(), redactor.redact(entry.value()), settings.on(Catalog.ORIGIN) ? entry.place() : "");
    }

    private static <T> ShownSetting show(Setting<T> setting, Settings settings, Redactor redactor) {
        Optional<Entry> entry = settings.find(setting).map(Value::entry);
        return new ShownSetting(
                setting.name(),
                entry.map(e -> setting.is(Setting.Trait.SECRET) ? Redactor.MASK : redactor.redact(e.value()))
                        .orElse(""),
                settings.on(Catalog.ORIGIN) ? entry.map(Entry::place).orElse("") : "");
    }
}

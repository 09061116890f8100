package dev.ferry.cli.setting;

import dev.ferry.failure.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects what was written on the command line, in the environment and in files. */
public final class SettingReader {
    /** Variables of ours that are no settings: the launcher's. */
    private static final String LAUNCHER_OPTIONS = "FERRY_JAVA_OPTS";

    private static final String LAUNCHER_ARGUMENTS = "FERRY_ARGUMENT_";

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param folder the user's current folder, where the files are looked for
     * @param environment the process's environment
     */
    public SettingReader(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * The settings for these options.
     *
     * @param options what the command line says, with settings' names as keys
     * @throws dev.ferry.failure.UsageException where a file cannot be read or is malformed
     */
    public Settings read(List<Entry> options) {
        List<Entry> entries = new ArrayList<>(options);
        new TreeMap<>(environment)
                .forEach((name, value) -> entries.add(new Entry(Level.ENVIRONMENT, name, value, name)));
        entries.addAll(new Settings(entries)
                .value(Catalog.ENV_FILE)
                .map(file -> EnvFile.read(folder.resolve(file), file.toString()))
                .orElseGet(() -> ifThere(".env")
                        .map(file -> EnvFile.read(file, ".env"))
                        .findFirst()
                        .orElse(List.of())));
        entries.addAll(new Settings(entries)
                .value(Catalog.CONFIG)
                .map(file -> ConfigFile.read(folder.resolve(file), file.toString()))
                .orElseGet(() -> ifThere("ferry.properties")
                        .map(file -> ConfigFile.read(file, "ferry.properties"))
                        .findFirst()
                        .orElse(List.of())));
        entries.stream()
                .filter(entry -> entry.level() == Level.ENVIRONMENT || entry.level() == Level.ENV_FILE)
                .forEach(this::warnOfUnknown);
        return new Settings(entries);
    }

    /** What {@link #read} found odd but went on with. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private Stream<Path> ifThere(String name) {
        return Stream.of(folder.resolve(name)).filter(Files::exists);
    }

    private void warnOfUnknown(Entry entry) {
        String name = entry.key();
        if (!name.startsWith("FERRY_") || name.equals(LAUNCHER_OPTIONS) || name.startsWith(LAUNCHER_ARGUMENTS)) {
            return;
        }
        List<String> known = Catalog.ALL.stream()
                .flatMap(setting -> setting.environmentNames().stream())
                .toList();
        if (entry.level() == Level.ENV_FILE
                && Catalog.ENV_FILE.environmentNames().contains(name)) {
            warnings.add(entry.place() + " has no effect: that file is being read already");
        } else if (!known.contains(name)) {
            warnings.add(entry.place() + " is no setting of Ferry" + Suggestion.question(name, known));
        }
    }
}

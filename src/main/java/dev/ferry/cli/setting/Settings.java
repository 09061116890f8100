package dev.ferry.cli.setting;

import dev.ferry.failure.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What every setting is for one command, given everything that was written anywhere. Immutable.
 *
 * <p>The strongest level that names a setting decides; an empty value counts as none. Two values at one level that differ
 * are refused, since nobody can say which was meant.
 */
public final class Settings {
    private final List<Entry> entries;

    Settings(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The same settings where a profile has defaults of its own, by the names of the settings. */
    public Settings withProfile(String profile, Map<String, String> defaults) {
        Stream<Entry> own = new TreeMap<>(defaults)
                .entrySet().stream()
                        .map(e -> new Entry(Level.PROFILE, e.getKey(), e.getValue(), "default of profile " + profile));
        return new Settings(Stream.concat(entries.stream(), own).toList());
    }

    /** The environment as other programs know it: variables, and below them those of the file {@code .env}. */
    public Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.level() == Level.ENVIRONMENT || entry.level() == Level.ENV_FILE)
                .forEach(entry -> variables.putIfAbsent(entry.key(), entry.value()));
        return variables;
    }

    /**
     * A setting's value and its origin.
     *
     * @throws UsageException where the value is not allowed, or two contradict each other
     */
    public <T> Optional<Value<T>> find(Setting<T> setting) {
        return Arrays.stream(Level.values())
                .map(level -> written(setting, level))
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .map(found -> agreed(setting, found));
    }

    /** A setting's value, if it has one. */
    public <T> Optional<T> value(Setting<T> setting) {
        return find(setting).map(Value::value);
    }

    /** The value of a setting that has a default. */
    public <T> T get(Setting<T> setting) {
        return value(setting).orElseThrow(() -> new NoSuchElementException(setting.name()));
    }

    /** Whether a switch is on. */
    public boolean on(Setting<Boolean> setting) {
        return value(setting).orElse(false);
    }

    /** All values of a setting that may be repeated. */
    public <T> List<T> all(Setting<T> setting) {
        List<Entry> given = written(setting, Level.COMMAND_LINE);
        return given.isEmpty()
                ? value(setting).stream().toList()
                : given.stream().map(entry -> parse(setting, entry)).toList();
    }

    /** Whatever was written for the settings of a trait anywhere, whether it counts or not. */
    public List<String> texts(Setting.Trait trait) {
        return entries.stream()
                .filter(entry -> Catalog.ALL.stream()
                        .filter(setting -> setting.is(trait))
                        .anyMatch(setting -> entry.key().equals(setting.name())
                                || setting.environmentNames().contains(entry.key())))
                .map(Entry::value)
                .toList();
    }

    /** What files say of the names that a source's database has, in their order. */
    public List<Entry> sourceNames() {
        return entries.stream()
                .filter(entry -> entry.level() == Level.CONFIG_FILE && ConfigFile.namesSource(entry.key()))
                .toList();
    }

    private <T> Value<T> agreed(Setting<T> setting, List<Entry> found) {
        Entry first = found.get(0);
        T value = parse(setting, first);
        if (!setting.is(Setting.Trait.REPEATABLE)) {
            for (Entry other : found) {
                if (!value.equals(parse(setting, other))) {
                    throw new UsageException(
                            first.place() + " and " + other.place() + " contradict each other", "Keep one of them.");
                }
            }
        }
        return new Value<>(value, first);
    }

    private List<Entry> written(Setting<?> setting, Level level) {
        if (level == Level.DEFAULT) {
            return setting.byDefault().stream()
                    .map(text -> new Entry(level, setting.name(), text, "default"))
                    .toList();
        }
        boolean variables = level == Level.ENVIRONMENT || level == Level.ENV_FILE;
        Predicate<Entry> means = variables
                ? entry -> setting.environmentNames().contains(entry.key())
                : entry -> entry.key().equals(setting.name());
        // Only where nothing stronger gives a URL: parts that are no use then need not be whole.
        Stream<Entry> parts = variables ? ConnectionParts.urls(setting, entries).stream() : Stream.empty();
        return Stream.concat(entries.stream().filter(means), parts)
                .filter(entry -> entry.level() == level)
                .filter(entry -> level == Level.COMMAND_LINE || !entry.value().isEmpty())
                .toList();
    }

    private static <T> T parse(Setting<T> setting, Entry entry) {
        return setting.type().parse(entry.value()).orElseThrow(() -> {
            String seen = setting.is(Setting.Trait.SENSITIVE) || setting.is(Setting.Trait.SECRET)
                    ? ""
                    : ", was '" + entry.value() + "'";
            String wanted = entry.place() + " must be " + setting.type().allowed() + seen;
            return new UsageException(wanted, null);
        });
    }
}

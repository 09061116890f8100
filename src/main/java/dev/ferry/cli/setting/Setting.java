package dev.ferry.cli.setting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One setting, declared once.
 *
 * @param name its name in {@code ferry.properties} and {@code config show}
 * @param type what its value may be
 * @param description what it does, in one sentence
 * @param group its part of the help
 * @param flags its options on the command line, the usual one first
 * @param aliases its names in the environment beside {@code FERRY_<NAME>}
 * @param standard its default as text, null where it has none
 * @param traits what sets it apart
 * @param commands the commands that know it, sub-commands as {@code config show}
 */
public record Setting<T>(
        String name,
        ValueType<T> type,
        String description,
        Group group,
        List<String> flags,
        List<String> aliases,
        @Nullable String standard,
        Set<Trait> traits,
        Set<String> commands) {
    /** What sets a setting apart from others. */
    public enum Trait {
        /** Its value may carry a password. */
        SENSITIVE,
        /** Its value is a secret as a whole. */
        SECRET,
        /** The option may be given several times. */
        REPEATABLE,
        /** Only the command line sets it: it is about one operation, and dangerous when left lying around. */
        FLAG_ONLY,
        /** It names a file of settings, so such a file cannot set it. */
        BEFORE_FILES
    }

    public Setting {
        flags = List.copyOf(flags);
        aliases = List.copyOf(aliases);
        traits = Set.copyOf(traits);
        commands = Set.copyOf(commands);
    }

    /** A new setting that nothing sets yet. */
    static <T> Setting<T> of(String name, ValueType<T> type, String description) {
        return new Setting<>(
                name, type, description, Group.OPERATION, List.of("--" + name), List.of(), null, Set.of(), Set.of());
    }

    Setting<T> in(Group newGroup) {
        return new Setting<>(name, type, description, newGroup, flags, aliases, standard, traits, commands);
    }

    Setting<T> flags(String... newFlags) {
        return new Setting<>(name, type, description, group, List.of(newFlags), aliases, standard, traits, commands);
    }

    Setting<T> alias(String... newAliases) {
        return new Setting<>(name, type, description, group, flags, List.of(newAliases), standard, traits, commands);
    }

    Setting<T> standard(String newStandard) {
        return new Setting<>(name, type, description, group, flags, aliases, newStandard, traits, commands);
    }

    Setting<T> with(Trait... newTraits) {
        return new Setting<>(name, type, description, group, flags, aliases, standard, Set.of(newTraits), commands);
    }

    Setting<T> forCommands(String... newCommands) {
        return new Setting<>(name, type, description, group, flags, aliases, standard, traits, Set.of(newCommands));
    }

    /** Its default as text. */
    public Optional<String> byDefault() {
        return Optional.ofNullable(standard);
    }

    /** Whether it has a trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether a command knows it. */
    public boolean belongsTo(String command) {
        return commands.isEmpty() || commands.contains(command);
    }

    /** Its names in the environment; none for one that only the command line sets. */
    public List<String> environmentNames() {
        if (is(Trait.FLAG_ONLY)) {
            return List.of();
        }
        String own = "FERRY_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.concat(Stream.of(own), aliases.stream()).toList();
    }
}

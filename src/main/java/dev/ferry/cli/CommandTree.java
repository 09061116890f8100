package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Entry;
import dev.ferry.cli.setting.Level;
import dev.ferry.cli.setting.Setting;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Turns words into a request, with options made from the catalog of settings. */
final class CommandTree {
    private static final Map<String, String> GROUPS =
            Map.of("config", "Shows settings.", "database", "Runs the embedded PostgreSQL for other programs.");

    private final Map<CommandSpec, Command> bySpec = new HashMap<>();
    private final CommandLine root;

    CommandTree(List<Command> commands) {
        CommandSpec spec = group("ferry", "Moves JSON into PostgreSQL: checked, repeatable, reversible.");
        Map<String, CommandSpec> groups = new HashMap<>();
        commands.forEach(command -> place(spec, groups, command));
        root = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
    }

    /** The commands, to picocli. */
    CommandLine root() {
        return root;
    }

    /** Whether a word begins a command. */
    boolean knows(String word) {
        return root.getSubcommands().containsKey(word);
    }

    /**
     * What the words ask for.
     *
     * @throws dev.ferry.failure.UsageException where they ask for nothing that there is
     */
    Request parse(List<String> words, Style style) {
        List<String> usual = new ArrayList<>(words);
        if (!usual.isEmpty() && usual.get(0).equals("help")) {
            usual.remove(0);
            usual.add("--help");
        }
        ParseResult result;
        try {
            result = root.parseArgs(usual.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw ParseProblem.of(e);
        }
        while (result.hasSubcommand() && !result.isUsageHelpRequested()) {
            result = result.subcommand();
        }
        return request(result, style);
    }

    private Request request(ParseResult result, Style style) {
        CommandSpec spec = result.commandSpec();
        if (result.isUsageHelpRequested()) {
            return new Request.Answer(Help.of(spec, Optional.ofNullable(bySpec.get(spec)), style));
        }
        if (result.isVersionHelpRequested()) {
            return new Request.Answer(Version.text());
        }
        Command command = bySpec.get(spec);
        if (command == null) {
            throw ParseProblem.commandMissing(spec);
        }
        List<Entry> options = new ArrayList<>();
        for (OptionSpec option : result.matchedOptionsSet()) {
            Catalog.option(command.name(), option.longestName()).ifPresent(setting -> {
                List<String> values = setting.type().isSwitch() ? List.of("true") : option.originalStringValues();
                values.forEach(value ->
                        options.add(new Entry(Level.COMMAND_LINE, setting.name(), value, ParseProblem.nameOf(option))));
            });
        }
        Optional<String> argument = result.matchedPositionals().stream()
                .flatMap(positional -> positional.originalStringValues().stream())
                .findFirst();
        return new Request.Call(command, options, argument);
    }

    private void place(CommandSpec top, Map<String, CommandSpec> groups, Command command) {
        String[] words = command.name().split(" ", 2);
        if (words.length == 1) {
            top.addSubcommand(words[0], leaf(command));
            return;
        }
        groups.computeIfAbsent(words[0], name -> {
                    CommandSpec spec = group(name, GROUPS.getOrDefault(name, ""));
                    top.addSubcommand(name, spec);
                    return spec;
                })
                .addSubcommand(words[1], leaf(command));
    }

    private static CommandSpec group(String name, String summary) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(summary).abbreviateSynopsis(true).synopsisSubcommandLabel("COMMAND");
        spec.addOption(helpOption());
        if (name.equals("ferry")) {
            spec.addOption(versionOption());
        }
        return spec;
    }

    private CommandSpec leaf(Command command) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(command.summary())
                .abbreviateSynopsis(true)
                .sortOptions(false);
        command.argument()
                .ifPresent(label -> spec.addPositional(PositionalParamSpec.builder()
                        .index("0")
                        .arity("0..1")
                        .paramLabel("[" + label + "]")
                        .hideParamSyntax(true)
                        .type(File.class)
                        .build()));
        for (Setting<?> setting : Catalog.of(command.name())) {
            spec.addOption(option(setting));
        }
        spec.addOption(helpOption());
        spec.addOption(versionOption());
        bySpec.put(spec, command);
        return spec;
    }

    /** Typed as text whatever the setting's type: the setting itself checks its value, wherever that comes from. */
    private static OptionSpec option(Setting<?> setting) {
        OptionSpec.Builder builder = OptionSpec.builder(setting.flags().toArray(String[]::new))
                .description(setting.description()
                        + setting.byDefault()
                                .map(text -> " Default: " + text + ".")
                                .orElse(""));
        if (setting.type().isSwitch()) {
            return builder.arity("0").type(boolean.class).build();
        }
        boolean path = setting.type().allowed().equals("a path") || setting.equals(Catalog.SOURCE);
        builder.arity("1").paramLabel(setting.type().label()).type(path ? Path.class : String.class);
        if (!setting.type().choices().isEmpty()) {
            builder.completionCandidates(setting.type().choices());
        }
        if (setting.is(Setting.Trait.REPEATABLE)) {
            builder.type(List.class).auxiliaryTypes(path ? Path.class : String.class);
        }
        return builder.build();
    }

    private static OptionSpec helpOption() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    private static OptionSpec versionOption() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build();
    }
}

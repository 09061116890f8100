package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Group;
import dev.ferry.cli.setting.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the help of a command: how it is called, examples that work, its options by group. */
final class Help {
    private static final String EXIT_CODES = """

            Exit codes
               0  done, or a rehearsal that would succeed
               1  unexpected failure: a bug
               2  usage or configuration
               3  the content is at fault; nothing was written
               4  done, but records were rejected (--force)
               5  verification found a difference; nothing was committed
               6  the environment failed; rolled back, worth trying again
               7  another run holds this database and schema
               8  refused for safety
             130  interrupted (143: terminated); rolled back
            """;

    private Help() {}

    static String of(CommandSpec spec, Optional<Command> command, Style style) {
        CommandLine.Help help = new CommandLine.Help(
                spec, CommandLine.Help.defaultColorScheme(style == Style.COLORED ? Ansi.ON : Ansi.OFF));
        StringBuilder text = new StringBuilder(help.description());
        text.append("\nUsage: ").append(help.synopsis(0));
        if (command.isPresent()) {
            examples(command.get(), text);
            options(help, spec, command.get().name(), text);
        } else {
            text.append("\nCommands\n").append(help.commandList());
            text.append("\nOptions\n").append(help.optionList());
        }
        if (spec.parent() == null) {
            text.append(EXIT_CODES);
        }
        return text.toString();
    }

    private static void examples(Command command, StringBuilder text) {
        text.append("\nExamples\n");
        command.examples()
                .forEach(example -> text.append("  ferry ")
                        .append(example.call())
                        .append("\n      ")
                        .append(example.purpose())
                        .append('\n'));
    }

    private static void options(CommandLine.Help help, CommandSpec spec, String command, StringBuilder text) {
        Arrays.stream(Group.values()).forEach(group -> {
            List<OptionSpec> options = spec.options().stream()
                    .filter(option -> group == groupOf(option, command))
                    .toList();
            if (!options.isEmpty()) {
                Layout layout = help.createDefaultLayout(spec.options(), List.of(), help.colorScheme());
                layout.addOptions(options, help.parameterLabelRenderer());
                text.append('\n').append(group.heading()).append('\n').append(layout);
            }
        });
    }

    private static Group groupOf(OptionSpec option, String command) {
        Optional<Setting<?>> setting = Catalog.option(command, option.longestName());
        return setting.<Group>map(Setting::group).orElse(Group.GENERAL);
    }
}

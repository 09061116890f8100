package dev.ferry.cli;

import dev.ferry.failure.Suggestion;
import dev.ferry.failure.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says in Ferry's words what is wrong with a command line. */
final class ParseProblem {
    private ParseProblem() {}

    static UsageException of(CommandLine.ParameterException problem) {
        CommandSpec spec = problem.getCommandLine().getCommandSpec();
        if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return unmatched(spec, unmatched.getUnmatched().get(0));
        }
        if (problem instanceof CommandLine.OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return new UsageException("option " + nameOf(option) + " is given more than once", seeHelp(spec));
        }
        if (problem instanceof CommandLine.MissingParameterException missing
                && !missing.getMissing().isEmpty()
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return new UsageException(
                    "option " + nameOf(option) + " needs a value: " + option.paramLabel(), seeHelp(spec));
        }
        return new UsageException(String.valueOf(problem.getMessage()), seeHelp(spec));
    }

    static UsageException commandMissing(CommandSpec spec) {
        String known = String.join(", ", spec.subcommands().keySet());
        return new UsageException(spec.qualifiedName() + " needs a command: " + known, seeHelp(spec));
    }

    private static UsageException unmatched(CommandSpec spec, String word) {
        if (word.startsWith("-")) {
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            List<String> names = spec.options().stream()
                    .flatMap(option -> List.of(option.names()).stream())
                    .toList();
            return new UsageException("unknown option " + name + Suggestion.question(name, names), seeHelp(spec));
        }
        if (spec.subcommands().isEmpty()) {
            return new UsageException("'" + word + "' is one argument too many", seeHelp(spec));
        }
        List<String> names = new ArrayList<>(spec.subcommands().keySet());
        return new UsageException("unknown command '" + word + "'" + Suggestion.question(word, names), seeHelp(spec));
    }

    /** The name that help shows first, in its long form where there is one. */
    static String nameOf(OptionSpec option) {
        return Arrays.stream(option.names())
                .filter(name -> name.startsWith("--"))
                .findFirst()
                .orElse(option.longestName());
    }

    private static String seeHelp(CommandSpec spec) {
        return "See '" + spec.qualifiedName() + " --help'.";
    }
}

package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import java.util.List;
import java.util.Optional;

/** {@code config schema}: what a command prints with {@code --json}. */
final class ConfigSchema implements Command {
    @Override
    public String name() {
        return "config schema";
    }

    @Override
    public String summary() {
        return "Prints the JSON schema of what a command prints with --json.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.of("COMMAND");
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("config schema migrate", "the schema of the document of migrate"));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        String command = invocation
                .argument()
                .orElseThrow(
                        () -> new UsageException("which command's schema?", "For one: 'ferry config schema migrate'."));
        String schema = invocation
                .stages()
                .schema(command)
                .orElseThrow(
                        () -> new UsageException("there is no JSON document of a command '" + command + "'", null));
        invocation.output().append(schema);
        return ExitCode.DONE;
    }
}

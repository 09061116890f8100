package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import java.util.List;
import picocli.AutoComplete;

/** {@code generate-completion}: words for a shell. */
final class GenerateCompletion implements Command {
    @Override
    public String name() {
        return "generate-completion";
    }

    @Override
    public String summary() {
        return "Prints a completion script for bash and zsh.";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("generate-completion > ~/.ferry-completion", "then: source ~/.ferry-completion"));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        String script = AutoComplete.bash("ferry", Commands.tree().root());
        invocation.output().append(script);
        return ExitCode.DONE;
    }
}

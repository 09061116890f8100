package dev.ferry.cli;

import dev.ferry.cli.setting.EnvExample;
import dev.ferry.failure.ExitCode;
import java.util.List;

/** {@code config example}: a {@code .env} to begin with. */
final class ConfigExample implements Command {
    @Override
    public String name() {
        return "config example";
    }

    @Override
    public String summary() {
        return "Prints an example of a .env file with every setting.";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("config example > .env", "a file to fill in"));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        invocation.output().append(EnvExample.text());
        return ExitCode.DONE;
    }
}

package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code database stop}: the embedded PostgreSQL goes, its data stays. */
final class DatabaseStop implements Command {
    @Override
    public String name() {
        return "database stop";
    }

    @Override
    public String summary() {
        return "Stops the embedded PostgreSQL of this folder; its data stays.";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("database stop", "stop what database start started"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        if (!invocation.stages().server(Target.home(invocation)).stop()) {
            invocation.messages().line("The embedded PostgreSQL was not running.");
        }
        invocation.renderer().server(Target.home(invocation), Optional.empty());
        return ExitCode.DONE;
    }
}

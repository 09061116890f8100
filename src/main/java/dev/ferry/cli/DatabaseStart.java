package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.util.List;

/** {@code database start}: the embedded PostgreSQL, until it is stopped. */
final class DatabaseStart implements Command {
    @Override
    public String name() {
        return "database start";
    }

    @Override
    public String summary() {
        return "Starts the embedded PostgreSQL of this folder and keeps it running; commands share it.";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("database start", "then: psql \"$(ferry database url)\""));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Server server = invocation.stages().server(Target.home(invocation));
        server.start();
        invocation.renderer().server(Target.home(invocation), server.url());
        return ExitCode.DONE;
    }
}

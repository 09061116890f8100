package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code database url}: where the embedded PostgreSQL listens. */
final class DatabaseUrl implements Command {
    @Override
    public String name() {
        return "database url";
    }

    @Override
    public String summary() {
        return "Prints the URL of the embedded PostgreSQL of this folder while it runs.";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("database url", "a URL that psql takes"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Optional<String> url =
                invocation.stages().server(Target.home(invocation)).url();
        if (url.isEmpty()) {
            throw new UsageException("the embedded PostgreSQL is not running", "Start it: 'ferry database start'.");
        }
        // What the command is for: the password of a server that only this machine and this folder's owner reach.
        dev.ferry.database.DatabaseUrl.parse(url.get()).reveal(invocation.redactor()::show);
        invocation.renderer().server(Target.home(invocation), url);
        return ExitCode.DONE;
    }
}

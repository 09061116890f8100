package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.util.List;

/** {@code profiles}: what can be migrated. */
final class ProfileList implements Command {
    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public String summary() {
        return "Lists the profiles with their sections, tables and defaults.";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("profiles", "what there is"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        invocation.renderer().profiles(invocation.profiles());
        return ExitCode.DONE;
    }
}

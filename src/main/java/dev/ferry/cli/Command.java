package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One command. */
interface Command {
    /** Its words: {@code migrate}, {@code config show}. */
    String name();

    /** What it does, in one sentence. */
    String summary();

    /** Its argument as help names it, where it takes one. */
    default Optional<String> argument() {
        return Optional.empty();
    }

    /** Calls that work, each with what it does, for help. */
    List<Example> examples();

    /** Does it. */
    ExitCode run(Invocation invocation) throws IOException;

    /**
     * A call that works.
     *
     * @param call what to type after {@code ferry}
     * @param purpose what it does
     */
    record Example(String call, String purpose) {}
}

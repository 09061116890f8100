package dev.ferry.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds a command: everything of the process that it may use.
 *
 * @param environment the environment variables
 * @param folder the current folder; relative paths are meant from here
 * @param in standard input
 * @param out standard output, for the result alone
 * @param err standard error, for everything else
 * @param terminal which of them are terminals
 */
record Session(
        Map<String, String> environment,
        Path folder,
        InputStream in,
        OutputStream out,
        PrintStream err,
        Terminal terminal) {
    Session {
        environment = Map.copyOf(environment);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "Session in " + folder;
    }
}

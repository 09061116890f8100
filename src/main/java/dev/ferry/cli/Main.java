package dev.ferry.cli;

import dev.ferry.failure.ExitCode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/**
 * Where the process begins and ends. Exit statuses are those of {@link ExitCode}; after SIGINT and SIGTERM the JVM itself gives
 * 130 and 143.
 */
public final class Main {
    /** How long an interrupted command gets to roll back and say so. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private Main() {}

    /** Runs one command and exits. */
    public static void main(String[] arguments) {
        // Libraries that log by java.util.logging would write to standard error.
        LogManager.getLogManager().reset();
        Map<String, String> environment = System.getenv();
        Session session = new Session(
                environment,
                Path.of("").toAbsolutePath(),
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)),
                        false,
                        StandardCharsets.UTF_8),
                Terminal.of(System.getProperty("ferry.terminal", "")));
        Cancellation cancellation = new Cancellation();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> cancellation.requestAndWait(GRACE), "ferry-interrupt"));
        List<String> words = Stream.of(arguments)
                .map(word -> environment.getOrDefault(moved(word), word))
                .toList();
        System.exit(run(words, session, new Wiring(), cancellation).status());
    }

    /** Runs one command in this process: no exit, no signal handling, nothing left open. */
    static ExitCode run(List<String> words, Session session, Stages stages, Cancellation cancellation) {
        try {
            return new Execution(words, session, stages, cancellation).run();
        } finally {
            cancellation.finish();
        }
    }

    /**
     * The variable that holds a word instead: the launcher moves words with passwords into the environment, since everybody on
     * the machine can read the command line of a process.
     */
    private static String moved(String word) {
        return word.startsWith("env:FERRY_ARGUMENT_") ? word.substring("env:".length()) : "";
    }
}

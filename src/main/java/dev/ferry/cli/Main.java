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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the process begins and ends. Exit statuses are those of {@link ExitCode}; after SIGINT and SIGTERM the JVM itself gives
 * 130 and 143.
 */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /** How long an interrupted command gets to roll back and say so. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private Main() {}

    /** Runs one command and exits. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        List<String> words = Stream.of(arguments)
                .map(word -> environment.getOrDefault(moved(word), word))
                .toList();
        exit(words, session(environment, Path.of("").toAbsolutePath()), new Wiring());
    }

    /** The process's own streams with an environment and a folder. */
    static Session session(Map<String, String> environment, Path folder) {
        return new Session(
                environment,
                folder,
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)),
                        false,
                        StandardCharsets.UTF_8),
                Terminal.of(System.getProperty("ferry.terminal", "")));
    }

    /** Runs one command and exits; a signal ends it early and cleanly. */
    static void exit(List<String> words, Session session, Stages stages) {
        // Libraries that log by java.util.logging would write to standard error.
        LogManager.getLogManager().reset();
        // The JVM would print it with its message, which may quote anything.
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LOG.error("thread {} ended", thread.getName(), failure));
        Cancellation cancellation = new Cancellation();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancellation.requestAndWait(GRACE), "ferry-interrupt"));
        System.exit(run(words, session, stages, cancellation).status());
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

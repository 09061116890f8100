package dev.ferry.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program to run from its start to its end.
 *
 * @param environment added to that of this process
 */
record Command(List<String> words, Map<String, String> environment) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path QUIET =
            Path.of("src/test/resources/logback-test.xml").toAbsolutePath();
    private static final int POLL_MILLIS = 20;

    /** A program of this package in a Java of its own, with Java's own defaults. */
    static Command program(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>(List.of(java(), "-Dlogback.configurationFile=" + QUIET));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        return new Command(words, Map.of());
    }

    /** A Java source file. */
    static Command source(Path file, Object... arguments) {
        List<String> words = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", file.toString()));
        List.of(arguments).forEach(argument -> words.add(argument.toString()));
        return new Command(words, Map.of());
    }

    /** The Java that runs the benchmark. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Runs it. */
    Measured measure(Target target) {
        return measure(target, pid -> {});
    }

    /**
     * Runs it.
     *
     * @param watcher called with its process again and again
     * @throws IllegalStateException where it fails, with what it said
     */
    Measured measure(Target target, LongConsumer watcher) {
        try {
            Path out = target.folder().resolve("out");
            Path err = target.folder().resolve("err");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(target.folder().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("FERRY_") || name.startsWith("PG"));
            builder.environment().putAll(environment);
            double serverBefore = target.cpu();
            double clientBefore = Proc.endedChildren();
            long begin = System.nanoTime();
            Process process = builder.start();
            long memory = 0;
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                memory = Math.max(memory, Proc.peakMemory(process.pid()));
                watcher.accept(process.pid());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (process.exitValue() != 0) {
                throw new IllegalStateException(words.get(0) + " ended with " + process.exitValue() + ": "
                        + Files.readString(out) + Files.readString(err));
            }
            return new Measured(
                    seconds,
                    Proc.endedChildren() - clientBefore,
                    target.cpu() - serverBefore,
                    memory,
                    words.contains("--json") ? peakMemory(out) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What Ferry's document says, which is the last line: what Java has to say comes before it. */
    private static long peakMemory(Path out) throws IOException {
        List<String> lines = Files.readAllLines(out);
        return JSON.readTree(lines.get(lines.size() - 1))
                .path("peakMemoryBytes")
                .asLong();
    }
}

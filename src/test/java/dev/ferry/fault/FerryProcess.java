package dev.ferry.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Ferry in a process of its own, as the launcher starts it. */
final class FerryProcess {
    /** What Ferry runs with; the harness's own classes need not be among it. */
    private static final String CLASS_PATH =
            System.getProperty("ferry.class.path", System.getProperty("java.class.path"));

    private final Process process;
    private final Path out;
    private final Path err;

    private FerryProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What a command left. */
    record Ended(int exit, String out, String err) {}

    /**
     * Starts a command.
     *
     * @param folder where it works and what it prints is kept
     * @param before words that come before the program, such as {@code unshare}
     * @param options further ones of the Java machine
     */
    static FerryProcess start(Path folder, String url, List<String> before, List<String> options, List<String> words) {
        List<String> command = new ArrayList<>(before);
        command.addAll(java());
        command.addAll(List.of("-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        // What it would say of classes that cannot be shared goes to standard output.
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=off"));
        command.addAll(options);
        command.addAll(List.of("-cp", CLASS_PATH, "dev.ferry.cli.Main"));
        command.addAll(words);
        try {
            Path out = Files.createTempFile(folder, words.get(0) + "-", ".out");
            Path err = Files.createTempFile(folder, words.get(0) + "-", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("FERRY_") || name.startsWith("PG"));
            builder.environment().put("DATABASE_URL", url);
            builder.environment().put("HOME", folder.toString());
            return new FerryProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java that runs the harness. */
    static List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
    }

    void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    }

    /** What it left, if it ends within this time; else it is killed. */
    Optional<Ended> await(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                return Optional.empty();
            }
            return Optional.of(new Ended(process.exitValue(), Files.readString(out), Files.readString(err)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

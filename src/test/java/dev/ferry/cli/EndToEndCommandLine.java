package dev.ferry.cli;

import dev.ferry.TestPostgres;
import dev.ferry.failure.ExitCode;
import dev.ferry.migration.MigrationListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;

/** The command line as a user has it, in a folder of its own, with a database of its own in {@code DATABASE_URL}. */
@NullMarked
final class EndToEndCommandLine {
    final String database = TestPostgres.newDatabase();
    private final Path folder;
    private final Stages wiring = new Wiring();
    private final Map<String, String> environment = new TreeMap<>();
    private String url = database;

    EndToEndCommandLine(Path folder) {
        this.folder = folder;
    }

    /** What a command left: its exit code and what it printed. */
    record Ended(ExitCode code, String out, String err) {
        /** Without what differs from run to run. */
        Ended normalised(Path folder) {
            return new Ended(code, normalised(out, folder), normalised(err, folder));
        }

        private static String normalised(String text, Path folder) {
            return text.replace(folder.toString(), "FOLDER")
                    .replaceAll("\\d{8}T\\d{6}Z-[0-9a-f]{4}", "RUN")
                    .replaceAll("PostgreSQL( [0-9.]+)? at \\S+ database \\w+", "PostgreSQL at SERVER")
                    .replaceAll("[0-9.,]+ (ms|s)\\b", "TIME")
                    .replaceAll("[0-9.,]+ ([kM]i?B)\\b", "SIZE");
        }
    }

    /** Sets the URL that the environment gives. */
    EndToEndCommandLine at(String other) {
        url = other;
        return this;
    }

    /** Sets one more variable of the environment. */
    EndToEndCommandLine with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Writes a file into the folder. */
    EndToEndCommandLine file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the log file holds. */
    String log() {
        try {
            Path file = folder.resolve(".ferry/logs/ferry.log");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended run(String... words) {
        return run(wiring, new Cancellation(), words);
    }

    /** Runs a migration whose listener is another one in front of the command line's own. */
    Ended runHearing(Cancellation cancellation, UnaryOperator<MigrationListener> listener, String... words) {
        Stages stages = (Stages) Proxy.newProxyInstance(
                Stages.class.getClassLoader(), new Class<?>[] {Stages.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("migrate")) {
                        arguments[2] = listener.apply((MigrationListener) arguments[2]);
                    }
                    try {
                        return method.invoke(wiring, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return run(stages, cancellation, words);
    }

    private Ended run(Stages stages, Cancellation cancellation, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(Map.of("DATABASE_URL", url, "HOME", folder.toString(), "HOSTNAME", "here"));
        Session session = new Session(
                all,
                folder,
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.of(""));
        ExitCode code = Main.run(List.of(words), session, stages, cancellation);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The JSON Schema of a command's document. */
    Optional<String> schema(String command) {
        return wiring.schema(command);
    }
}

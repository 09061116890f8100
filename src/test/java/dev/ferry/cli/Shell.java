package dev.ferry.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** Runs commands in this process as a shell would. */
@NullMarked
final class Shell {
    final Map<String, String> environment = new HashMap<>();
    final FakeStages stages = new FakeStages();
    final Path folder;
    String terminal = "";
    String input = "";

    Shell(Path folder) {
        this.folder = folder;
    }

    /** What a command left. */
    record Outcome(int exit, String out, String err) {}

    Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session = new Session(
                environment,
                folder,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.of(terminal));
        int exit = Main.run(List.of(words), session, stages, new Cancellation()).status();
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

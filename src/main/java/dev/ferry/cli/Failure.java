package dev.ferry.cli;

import dev.ferry.cli.log.Trace;
import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.FileProblem;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RunId;
import dev.ferry.report.Attempt;
import dev.ferry.source.BindingException;
import dev.ferry.source.Excerpt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains what went wrong: to a person on standard error, and with {@code --json} as the one document. */
final class Failure {
    private final Stages stages;
    private final Output output;
    private final Messages messages;
    private final Set<String> asked;
    private String command = "ferry";
    private Optional<RunId> run = Optional.empty();
    private @Nullable Settings settings;
    private @Nullable Notice notice;

    /**
     * @param words the command line, which says how failures are wanted until the settings are read
     */
    Failure(Stages stages, Output output, Messages messages, Set<String> words) {
        this.stages = stages;
        this.output = output;
        this.messages = messages;
        this.asked = Set.copyOf(words);
    }

    /** From now on it is this command that fails. */
    void of(String name) {
        command = name;
    }

    /** From now on it is this run that fails. */
    void during(Optional<RunId> begun) {
        run = begun;
    }

    /** From now on these settings say how. */
    void as(Settings known) {
        settings = known;
    }

    /** From now on a notice hears of it. */
    void heardBy(Notice listener) {
        notice = listener;
    }

    /** Tells a failure, and gives its exit code. */
    ExitCode tell(Throwable thrown) {
        FerryException failure = explained(thrown);
        messages.error(failure.getMessage());
        if (failure instanceof BindingException broken) {
            messages.line("  at " + broken.position() + " "
                    + Excerpt.of(broken.position().pointer()));
        }
        failure.advice().ifPresent(advice -> messages.line("  " + advice));
        if (asked.contains("--json") || (settings != null && settings.on(Catalog.JSON))) {
            try {
                stages.json(output.document()).failure(attempt(), failure);
                output.flush();
            } catch (IOException | UncheckedIOException e) {
                messages.warning("the document could not be written to standard output");
            }
        }
        if (notice != null) {
            notice.failed(attempt(), failure);
        }
        return failure.exitCode();
    }

    private Attempt attempt() {
        return new Attempt(JsonRenderer.document(command), profile(), run.map(RunId::value));
    }

    private Optional<String> profile() {
        try {
            return settings == null ? Optional.empty() : settings.value(Catalog.PROFILE);
        } catch (UsageException e) {
            // That is what is being told.
            return Optional.empty();
        }
    }

    private FerryException explained(Throwable thrown) {
        if (thrown instanceof FerryException known) {
            return known;
        }
        if (thrown instanceof OutOfMemoryError) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            return new CommandException(
                    ExitCode.ENVIRONMENT,
                    "out of memory with a heap of " + megabytes + " MB; nothing more was written",
                    "Take a smaller --batch-size or lower the limits, or more memory: FERRY_JAVA_OPTS=-Xmx1g.",
                    thrown);
        }
        Optional<IOException> inputOutput = inputOutput(thrown);
        if (inputOutput.isPresent()) {
            return new CommandException(
                    ExitCode.ENVIRONMENT,
                    "reading or writing failed: " + FileProblem.of(inputOutput.get()),
                    "Look at the disk's free space and its rights.",
                    thrown);
        }
        String log = settings == null ? "" : " The log has the details: " + settings.get(Catalog.LOG_FILE) + ".";
        return new CommandException(
                ExitCode.BUG,
                "unexpected failure: " + Trace.headline(thrown),
                "This is a bug in Ferry; please report it." + log,
                thrown);
    }

    private static Optional<IOException> inputOutput(Throwable thrown) {
        if (thrown instanceof UncheckedIOException wrapped) {
            return Optional.ofNullable(wrapped.getCause());
        }
        return thrown instanceof IOException plain ? Optional.of(plain) : Optional.empty();
    }
}
